"""The official Gemini client, unmodified, against the emulator whose URL is the first argument."""

import functools
import json

from google import genai
from google.genai import errors, types

from checks import URL, check, fault, raises, run

MODEL = "gemini-3.5-flash-lite"
ORDER = {"language": "english", "routine": "phobias", "value": "spiders", "topic": "fear", "min_characters": 80,
         "max_characters": 120}


@functools.cache  # the SDK closes a client that nobody holds
def client(version="v1beta", key="AIzaEmulator"):
    return genai.Client(api_key=key, http_options=types.HttpOptions(base_url=URL, api_version=version))


def write(model=MODEL, **config):
    config = types.GenerateContentConfig(**config) if config else None
    return client().models.generate_content(model=model, contents=json.dumps(ORDER), config=config)


def status_of(error):
    return error.code, error.status


@check
def writes_a_note_under_both_versions():
    for version in ("v1", "v1beta"):
        answer = client(version).models.generate_content(model=MODEL, contents=json.dumps(ORDER))
        assert answer.text.count("spiders") == 1 and "fear" not in answer.text
        assert 80 <= len(answer.text) <= 120, answer.text
        assert answer.candidates[0].finish_reason == types.FinishReason.STOP
        usage = answer.usage_metadata
        assert usage.total_token_count == usage.prompt_token_count + usage.candidates_token_count
        assert answer.model_version == MODEL and answer.response_id


@check
def takes_every_setting():
    categories = ("HARASSMENT", "HATE_SPEECH", "SEXUALLY_EXPLICIT", "DANGEROUS_CONTENT")
    answer = write(
        system_instruction="You write one short voice note.", temperature=0.9, top_p=0.9, top_k=40,
        max_output_tokens=512, stop_sequences=["###"], seed=7, response_mime_type="text/plain",
        thinking_config=types.ThinkingConfig(thinking_level="minimal"),
        safety_settings=[
            types.SafetySetting(category=f"HARM_CATEGORY_{name}", threshold="BLOCK_ONLY_HIGH") for name in categories
        ],
    )
    assert "spiders" in answer.text


@check
def streams_the_same_text():
    events = list(client().models.generate_content_stream(model=MODEL, contents=json.dumps(ORDER)))
    assert len(events) > 1 and all(event.usage_metadata for event in events)
    assert [bool(event.candidates[0].finish_reason) for event in events] == [False] * (len(events) - 1) + [True]
    assert "".join(event.text for event in events) == write().text
    fault(endpoint="gemini.generate_stream", behaviour="stream_line_feeds")
    events = list(client().models.generate_content_stream(model=MODEL, contents=json.dumps(ORDER)))
    assert "".join(event.text for event in events) == write().text


@check
def counts_and_lists():
    assert client().models.count_tokens(model=MODEL, contents="four" * 10).total_tokens == 10
    names = [model.name for model in client().models.list(config={"page_size": 3})]
    assert f"models/{MODEL}" in names and "models/gemini-flash-latest" in names
    assert "models/gemini-flash-latest" not in [model.name for model in client("v1").models.list()]
    assert client().models.get(model=MODEL).output_token_limit == 65536


@check
def thinking_follows_the_model():
    level = lambda name: types.ThinkingConfig(thinking_level=name)
    refused = lambda **members: raises(errors.ClientError, lambda: write(**members)).message
    assert "MINIMAL is not supported" in refused(model="gemini-3.8-flash", thinking_config=level("minimal"))
    assert write(model="gemini-3.8-flash", thinking_config=level("low")).usage_metadata.thoughts_token_count > 0
    both = types.ThinkingConfig(thinking_level="low", thinking_budget=512)
    assert "only set only one" in refused(thinking_config=both)
    assert "no longer available to new users" in refused(model="gemini-2.5-flash")
    empty = write(model="gemini-3.8-flash", max_output_tokens=300)
    assert empty.text is None and empty.candidates[0].finish_reason == types.FinishReason.MAX_TOKENS


@check
def refuses_keys_and_models():
    call = lambda key, model=MODEL: raises(
        errors.ClientError, lambda: client(key=key).models.generate_content(model=model, contents="hi")
    )
    wrong = call("AIzaWrong")
    assert status_of(wrong) == (400, "INVALID_ARGUMENT")
    assert wrong.details["error"]["details"][0]["reason"] == "API_KEY_INVALID"
    assert status_of(call("AIzaEmulator", "gemini-1.5-flash")) == (404, "NOT_FOUND")


@check
def maps_every_scripted_error():
    rows = {
        "quota_per_minute": (429, "RESOURCE_EXHAUSTED"), "quota_per_day": (429, "RESOURCE_EXHAUSTED"),
        "permission_denied": (403, "PERMISSION_DENIED"), "unauthenticated": (401, "UNAUTHENTICATED"),
        "location_unsupported": (400, "FAILED_PRECONDITION"), "internal": (500, "INTERNAL"),
        "unavailable": (503, "UNAVAILABLE"), "unavailable_in_array": (503, "UNAVAILABLE"),
        "deadline_exceeded": (504, "DEADLINE_EXCEEDED"),
    }
    for name, expected in rows.items():
        fault(endpoint="gemini.generate", error=name)
        assert status_of(raises(errors.APIError, write)) == expected, name


@check
def content_refusals_are_answers():
    def answer(behaviour):
        fault(endpoint="gemini.generate", behaviour=behaviour)
        return write()

    blocked = answer("blocked_prompt")
    assert blocked.text is None and blocked.prompt_feedback.block_reason == types.BlockedReason.PROHIBITED_CONTENT
    assert answer("stop_empty").text is None
    assert answer("safety_after_text").candidates[0].finish_reason == types.FinishReason.SAFETY
    assert answer("thought_parts").text == write().text
    assert answer("split_parts").text == write().text
    assert answer("other_model_version").model_version == "gemini-3.9-surprise"
    assert answer("empty_object").text is None


@check
def broken_streams_are_seen():
    def events():
        return list(client().models.generate_content_stream(model=MODEL, contents=json.dumps(ORDER)))

    fault(endpoint="gemini.generate_stream", behaviour="stream_error")
    assert status_of(raises(errors.ServerError, events)) == (503, "UNAVAILABLE")
    fault(endpoint="gemini.generate_stream", behaviour="stream_cut")
    assert not any(event.candidates[0].finish_reason for event in events())
    fault(endpoint="gemini.generate_stream", ending="cut")
    raises(Exception, events)


run()
