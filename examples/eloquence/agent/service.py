import transformers
from fastapi import FastAPI

app = FastAPI(title="agent")

@app.get("/health")
def health():
    return {"status": "ok"}

@app.get("/agent")
def agent():
    return {"transformers": transformers.__version__}
