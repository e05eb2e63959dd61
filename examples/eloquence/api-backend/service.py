import json
import urllib.request
from fastapi import FastAPI

app = FastAPI(title="api-backend")

@app.get("/health")
def health():
    return {"status": "ok"}

@app.get("/speech")
def speech():
    answers = {}
    for service, path in (("whisper-stt:8001", "model"), ("azure-tts:5002", "voices")):
        with urllib.request.urlopen("http://%s/%s" % (service, path), timeout=5) as answer:
            answers[service] = json.load(answer)
    return answers
