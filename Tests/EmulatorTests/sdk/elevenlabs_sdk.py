"""The official ElevenLabs client, unmodified, against the emulator whose URL is the first argument."""

import io

from elevenlabs import ElevenLabs, UnprocessableEntityError, VoiceSettings
from elevenlabs.core.api_error import ApiError

from checks import URL, check, control, fault, probe, raises, run, sample

NO_RETRY = {"max_retries": 0}
GEORGE = "JBFqnCBsd6RMkjVDRZzb"
TEXT = "I just woke up and there were spiders everywhere."


def client(key="sk_emulator"):
    return ElevenLabs(base_url=URL, api_key=key)


def clone(name="Ana", **members):
    return client().voices.ivc.create(name=name, files=[io.BytesIO(sample())], **members).voice_id


def status_of(error):
    return error.status_code, error.body["detail"]["status"]


@check
def clones_in_every_form_of_labels():
    for labels in (None, {"owner": "u1"}, '{"owner": "u1"}'):
        members = {} if labels is None else {"labels": labels}
        voice = client().voices.get(clone(**members))
        assert voice.category == "cloned", voice
        assert voice.labels == ({} if labels is None else {"owner": "u1"}), voice.labels
        assert voice.samples[0].file_name == "upload"
        assert abs(voice.samples[0].duration_secs - 2) < 0.01


@check
def finds_voices_page_by_page():
    made = {clone(name=f"Voice {index}") for index in range(5)}
    found, token, pages = [], None, 0
    while True:
        page = client().voices.search(page_size=2, next_page_token=token, include_total_count=False)
        found += [voice.voice_id for voice in page.voices]
        pages += 1
        if pages == 1:
            assert len(page.voices) > 2, "premade voices come on top of the first page"
        if not page.has_more:
            break
        token = page.next_page_token
    assert pages == 3 and len(found) == len(set(found)) and made <= set(found)
    assert [v.voice_id for v in client().voices.search(search="voice 3", voice_type="non-community").voices][0] in made
    two = sorted(made)[:2]
    assert sorted(v.voice_id for v in client().voices.search(voice_ids=two).voices) == two
    assert len(client().voices.get_all().voices) == 6 + 5


@check
def updates_and_deletes():
    voice = clone(labels={"owner": "u1"})
    assert client().voices.update(voice, name="Bea").status == "ok"
    changed = client().voices.get(voice)
    assert changed.name == "Bea" and changed.labels == {"owner": "u1"}
    assert client().user.subscription.get().voice_add_edit_counter == 2
    assert client().voices.delete(voice).status == "ok"
    assert status_of(raises(ApiError, lambda: client().voices.get(voice))) == (400, "voice_not_found")


@check
def reads_settings_subscription_user_and_models():
    assert client().voices.settings.get(GEORGE).similarity_boost == 0.75
    subscription = client().user.subscription.get()
    assert (subscription.tier, subscription.voice_limit, subscription.max_voice_add_edits) == ("creator", 30, 95)
    assert client().user.get().subscription.tier == "creator"
    models = {model.model_id: model for model in client().models.list()}
    assert models["eleven_flash_v2_5"].model_rates.character_cost_multiplier == 0.5
    assert models["eleven_v4"].maximum_text_length_per_request == 10000


@check
def speaks_whole_and_streamed():
    convert = client().text_to_speech.convert(GEORGE, text=TEXT, model_id="eleven_turbo_v2_5")
    stream = client().text_to_speech.stream(
        GEORGE, text=TEXT, model_id="eleven_turbo_v2_5", voice_settings=VoiceSettings(stability=0.4, speed=1.1)
    )
    for audio in (b"".join(convert), b"".join(stream)):
        codec, rate, seconds = probe(audio)
        assert audio[:3] == b"ID3" and (codec, rate) == ("mp3", 44100)
        assert abs(len(audio) / 16000 - seconds) < 0.15 and 1.5 < seconds < 8


@check
def speaks_pcm_and_tells_the_cost():
    with client().text_to_speech.with_raw_response.convert(
        GEORGE, text="hello there", model_id="eleven_multilingual_v2", output_format="pcm_16000"
    ) as answer:
        assert answer.headers["character-cost"] == "11"
        assert answer.headers["content-type"] == "audio/pcm"
        assert len(b"".join(answer.data)) > 16000
    assert client().user.subscription.get().character_count == 11


@check
def voices_differ():
    made = [b"".join(client().text_to_speech.convert(voice, text=TEXT)) for voice in (GEORGE, "EXAVITQu4vr4xnSDxMaL")]
    again = b"".join(client().text_to_speech.convert(GEORGE, text=TEXT))
    assert made[0] != made[1] and made[0] == again


@check
def refuses_keys():
    get = lambda key: raises(ApiError, lambda: client(key).user.subscription.get())
    assert status_of(get("sk_wrong")) == (401, "invalid_api_key")
    assert status_of(get("0123456789abcdef")) == (400, "api_key_id_used_as_api_key")
    assert status_of(get(None)) == (401, "needs_authorization")
    assert status_of(raises(ApiError, lambda: client(None).models.list())) == (404, "workspace_not_found")


@check
def refuses_speech():
    def speak(voice=GEORGE, **members):
        members = {"text": "hi", "model_id": "eleven_flash_v2_5", **members}
        error = raises(ApiError, lambda: b"".join(client().text_to_speech.convert(voice, **members)))
        return error.status_code, error.body["detail"]["status"]

    assert speak(voice="nobody") == (404, "voice_not_found")
    assert speak(model_id="eleven_v9") == (400, "model_not_found")
    assert speak(output_format="mp3_1_1") == (403, "invalid_output_format")
    assert speak(output_format="pcm_44100") == (403, "output_format_not_allowed")
    assert speak(model_id="eleven_v3", text="x" * 5501) == (400, "max_character_limit_exceeded")
    assert speak(voice_settings=VoiceSettings(speed=2)) == (400, "invalid_voice_settings")
    control("PATCH", "account", {"character_limit": 0})
    assert speak() == (401, "quota_exceeded")


@check
def validates_before_it_looks_at_the_key():
    error = raises(
        UnprocessableEntityError,
        lambda: b"".join(
            client("sk_wrong").text_to_speech.convert(GEORGE, text="x", voice_settings=VoiceSettings(stability=2))
        ),
    )
    assert error.status_code == 422


@check
def refuses_clones():
    create = lambda data=None: raises(
        ApiError,
        lambda: client().voices.ivc.create(name="x", files=[data or sample()], request_options=NO_RETRY),
    )
    assert status_of(create(b"this is no audio at all")) == (400, "invalid_content")
    control("PATCH", "account", {"max_voice_add_edits": 0})
    assert status_of(create()) == (400, "voice_add_edit_limit_reached")
    control("PATCH", "account", {"voice_limit": 0})
    assert status_of(create()) == (400, "voice_limit_reached")
    control("PATCH", "account", {"tier": "free"})
    assert status_of(create()) == (400, "can_not_use_instant_voice_cloning")


@check
def a_retried_clone_loses_its_fields():
    fault(endpoint="elevenlabs.voices_add", error="system_busy")
    raises(UnprocessableEntityError, lambda: client().voices.ivc.create(name="x", files=[sample()]))


@check
def scripted_load_reaches_the_caller():
    fault(endpoint="elevenlabs.voice_get", error="too_many_concurrent_requests")
    error = raises(ApiError, lambda: client().voices.get(GEORGE, request_options=NO_RETRY))
    assert status_of(error) == (429, "too_many_concurrent_requests")
    assert "retry-after" not in error.headers


@check
def a_cut_stream_raises():
    fault(endpoint="elevenlabs.speech_stream", cut_after_bytes=4000)
    raises(Exception, lambda: b"".join(client().text_to_speech.stream(GEORGE, text=TEXT)))


run()
