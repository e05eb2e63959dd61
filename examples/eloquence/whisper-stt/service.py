import torch
import whisper
from fastapi import FastAPI

app = FastAPI(title="whisper-stt")
speech = whisper.load_model("base", download_root="/models")

@app.get("/health")
def health():
    return {"status": "ok"}

@app.get("/model")
def model():
    return {"torch": torch.__version__, "whisper": whisper.__version__, "device": str(speech.device)}
