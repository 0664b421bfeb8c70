"""Word error rate of the local voices, as Moonshine's tiny English recogniser hears them: word_errors.py FOLDER

FOLDER is what local-speech-benchmark leaves in KEEP. Numbers are compared as words; nothing else is forgiven.
"""

import collections
import pathlib
import subprocess
import sys

from moonshine_voice import ModelArch, get_model_path
from moonshine_voice.transcriber import Transcriber

SPELLED = {"42": "forty two", "1987": "nineteen eighty seven"}


def words(text):
    plain = "".join(c if c.isalnum() or c in " '" else " " for c in text.lower())
    return " ".join(SPELLED.get(word, word) for word in plain.split()).split()


def samples(path):
    form = ["-f", "s16le", "-ar", "22050", "-ac", "1", "-i", str(path), "-f", "f32le", "-ar", "16000", "-"]
    data = subprocess.run(["ffmpeg", "-v", "error", *form], check=True, capture_output=True).stdout
    return list(memoryview(data).cast("f"))


def errors(expected, heard):
    row = list(range(len(heard) + 1))
    for i, word in enumerate(expected, 1):
        above, row[0] = row[0], i
        for j, other in enumerate(heard, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (word != other))
    return row[-1]


folder = pathlib.Path(sys.argv[1])
sentences = [words(line) for line in (folder / "sentences.txt").read_text().splitlines()]
recogniser = Transcriber(str(get_model_path("tiny-en")), ModelArch.TINY)
wrong, spoken = collections.Counter(), collections.Counter()
for path in sorted(folder.glob("*.raw")):
    voice, _, number = path.stem.rpartition("-")
    lines = recogniser.transcribe_without_streaming(samples(path), 16000).lines
    heard = words(" ".join(line.text for line in lines))
    wrong[voice] += errors(sentences[int(number)], heard)
    spoken[voice] += len(sentences[int(number)])
for voice in spoken:
    print(f"{voice}: {wrong[voice]} of {spoken[voice]} words, WER {wrong[voice] / spoken[voice]:.3f}")
