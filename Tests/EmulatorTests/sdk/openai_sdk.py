"""The official OpenAI client, unmodified, against the emulator whose URL is the first argument."""

import json

import openai

from checks import URL, check, fault, raises, run

MODEL = "some-model"
ORDER = {"language": "english", "routine": "phobias", "value": "spiders", "topic": "fear", "min_characters": 80,
         "max_characters": 120}


def client(key="sk-emulator"):
    return openai.OpenAI(api_key=key, base_url=f"{URL}/v1", max_retries=0)


def write(model=MODEL, key="sk-emulator"):
    messages = [{"role": "system", "content": "Write."}, {"role": "user", "content": json.dumps(ORDER)}]
    return client(key).chat.completions.create(model=model, messages=messages)


@check
def writes_a_note():
    answer = write()
    text = answer.choices[0].message.content
    assert text.count("spiders") == 1 and 80 <= len(text) <= 120, text
    assert answer.choices[0].finish_reason == "stop" and answer.model == MODEL and answer.object == "chat.completion"
    assert answer.usage.total_tokens == answer.usage.prompt_tokens + answer.usage.completion_tokens


@check
def raises_what_it_should():
    assert raises(openai.AuthenticationError, lambda: write(key="sk-wrong")).code == "invalid_api_key"
    assert raises(openai.NotFoundError, lambda: write(model="missing-model")).code == "model_not_found"
    rows = {
        "openai_invalid_request": openai.BadRequestError, "openai_content_filter": openai.BadRequestError,
        "openai_rate_limit": openai.RateLimitError, "openai_insufficient_quota": openai.RateLimitError,
        "openai_server_error": openai.InternalServerError, "openai_overloaded": openai.InternalServerError,
    }
    for name, expected in rows.items():
        fault(endpoint="openai.chat_completions", error=name)
        raises(expected, write)


@check
def ends_in_every_way():
    def choice(behaviour):
        fault(endpoint="openai.chat_completions", behaviour=behaviour)
        return write().choices[0]

    assert choice("max_tokens_partial").finish_reason == "length"
    assert choice("safety_after_text").finish_reason == "content_filter"
    assert choice("prohibited_content").message.refusal
    assert choice("stop_empty").message.content is None


run()
