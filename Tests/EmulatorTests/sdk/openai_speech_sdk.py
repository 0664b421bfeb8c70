"""The official OpenAI client, unmodified, asks the emulator whose URL is the first argument for speech."""

import openai

from checks import URL, check, fault, probe, raises, run

TEXT = "I just woke up and there were spiders everywhere."


def client(key="sk-emulator"):
    return openai.OpenAI(api_key=key, base_url=f"{URL}/v1", max_retries=0)


def speak(key="sk-emulator", **members):
    return client(key).audio.speech.create(**{"model": "tts-1", "voice": "nova", "input": TEXT, **members})


@check
def speaks_whole_and_streamed():
    codec, rate, seconds = probe(speak().content)
    assert (codec, rate) == ("mp3", 24000) and 1.5 < seconds < 8, (codec, rate, seconds)
    with client().audio.speech.with_streaming_response.create(model="tts-1", voice="onyx", input=TEXT) as answer:
        streamed = b"".join(answer.iter_bytes(1024))
    assert probe(streamed)[0] == "mp3" and streamed != speak().content
    assert len(speak(response_format="pcm").content) > 24000


@check
def raises_what_it_should():
    raises(openai.AuthenticationError, lambda: speak(key="sk-wrong"))
    raises(openai.NotFoundError, lambda: speak(model="missing-model"))
    raises(openai.BadRequestError, lambda: speak(voice="nobody"))
    fault(endpoint="openai.audio_speech", error="openai_insufficient_quota")
    raises(openai.RateLimitError, speak)


run()
