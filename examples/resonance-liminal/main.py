from fastapi import FastAPI

app = FastAPI(title="Resonance Liminal")


@app.get("/health")
def health():
    return {"status": "ok"}


@app.get("/resonance")
def resonance():
    import numpy

    return {"numpy": numpy.__version__}
