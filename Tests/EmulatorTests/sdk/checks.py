"""Runs the checks of a file one after the other, each against a freshly reset emulator."""

import io
import json
import math
import os
import struct
import subprocess
import sys
import traceback
import urllib.request
import wave

os.environ["NO_PROXY"] = "127.0.0.1"
URL = sys.argv[1]
_checks = []


def check(function):
    _checks.append(function)
    return function


def control(method, path, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(f"{URL}/_emulator/{path}", data=data, method=method)
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def fault(**members):
    control("POST", "faults", members)


def raises(kind, action):
    try:
        action()
    except kind as error:
        return error
    raise AssertionError(f"no {kind.__name__} was raised")


def sample(seconds=2, hertz=220):
    """A WAV file with a tone."""
    file = io.BytesIO()
    with wave.open(file, "wb") as output:
        output.setnchannels(1)
        output.setsampwidth(2)
        output.setframerate(16000)
        for index in range(16000 * seconds):
            output.writeframesraw(struct.pack("<h", int(9000 * math.sin(index * hertz * math.tau / 16000))))
    return file.getvalue()


def probe(audio):
    """What ffprobe says of the bytes: codec, sample rate and, by decoding them, seconds."""
    command = ["ffprobe", "-v", "error", "-show_entries", "stream=codec_name,sample_rate", "-of", "json", "-"]
    stream = json.loads(subprocess.run(command, input=audio, capture_output=True, check=True).stdout)["streams"][0]
    decode = ["ffmpeg", "-v", "error", "-i", "-", "-ac", "1", "-ar", "8000", "-f", "s16le", "-"]
    samples = subprocess.run(decode, input=audio, capture_output=True, check=True).stdout
    return stream["codec_name"], int(stream["sample_rate"]), len(samples) / 16000


def run():
    failures = 0
    for function in _checks:
        control("POST", "reset")
        try:
            function()
        except Exception:
            failures += 1
            print(f"FAILED {function.__name__}\n{traceback.format_exc(limit=-3)}")
    print(f"{len(_checks) - failures} of {len(_checks)} checks passed")
    sys.exit(1 if failures else 0)
