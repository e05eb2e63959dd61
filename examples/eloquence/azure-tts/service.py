import requests
from fastapi import FastAPI

app = FastAPI(title="azure-tts")

@app.get("/health")
def health():
    return {"status": "ok"}

@app.get("/voices")
def voices():
    return {"client": requests.__version__}
