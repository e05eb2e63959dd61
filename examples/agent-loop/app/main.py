from fastapi import FastAPI

app = FastAPI(title="Agent Loop")


@app.get("/health")
def health():
    return {"status": "ok"}


@app.get("/ready")
def ready():
    import torch

    return {"torch": torch.__version__}
