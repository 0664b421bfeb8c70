"""Text, then speech, streamed on as it comes: what the benchmark compares with."""

import os

import httpx
from fastapi import FastAPI
from fastapi.responses import StreamingResponse

URL = os.environ["PROVIDER_URL"]
JSON = {"content-type": "application/json"}
app = FastAPI()
client = httpx.AsyncClient(limits=httpx.Limits(max_keepalive_connections=64), trust_env=False)


@app.post("/perform")
async def perform():
    text = await client.post(
        URL + os.environ["TEXT_PATH"], content=os.environ["TEXT_BODY"],
        headers={"x-goog-api-key": os.environ["TEXT_KEY"], **JSON},
    )
    text.raise_for_status()
    text.json()

    async def speech():
        async with client.stream(
            "POST", URL + os.environ["SPEECH_PATH"], params={"output_format": "mp3_44100_128"},
            content=os.environ["SPEECH_BODY"], headers={"xi-api-key": os.environ["SPEECH_KEY"], **JSON},
        ) as answer:
            answer.raise_for_status()
            async for chunk in answer.aiter_raw():
                yield chunk

    return StreamingResponse(speech(), media_type="audio/mpeg")
