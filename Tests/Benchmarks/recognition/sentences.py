"""How many of the ten sentences of local-speech-benchmark PocketSphinx tells from the other nine: sentences.py FOLDER

Not a word error rate: the recogniser knows the sentences and only has to choose. It says whether matching a voice to a
person costs what can be understood, not how well a listener understands it.
"""

import collections
import pathlib
import subprocess
import sys

from pocketsphinx import Decoder


def words(text):
    return "".join(c if c.isalpha() or c == " " else " " for c in text.lower()).split()


def samples(path):
    rates = ["-f", "s16le", "-ar", "22050", "-ac", "1", "-i", str(path), "-f", "s16le", "-ar", "16000", "-"]
    return subprocess.run(["ffmpeg", "-v", "error", *rates], check=True, capture_output=True).stdout


def chosen(decoder, path):
    decoder.start_utt()
    decoder.process_raw(samples(path), full_utt=True)
    decoder.end_utt()
    return words(decoder.hyp().hypstr) if decoder.hyp() else []


folder = pathlib.Path(sys.argv[1])
sentences = [words(line) for line in (folder / "sentences.txt").read_text().splitlines()]
decoder = Decoder(loglevel="FATAL")
choices = " | ".join(" ".join(sentence) for sentence in sentences)
decoder.add_jsgf_string("sentences", f"#JSGF V1.0; grammar sentences; public <sentence> = {choices};")
decoder.activate_search("sentences")
right = collections.Counter()
for path in sorted(folder.glob("*.raw")):
    voice, _, number = path.stem.rpartition("-")
    right[voice] += chosen(decoder, path) == sentences[int(number)]
for voice, count in right.items():
    print(f"{voice}: {count} of {len(sentences)} sentences")
