FROM python:3.11.8-slim AS builder
RUN --mount=type=cache,target=/var/cache/apt --mount=type=cache,target=/var/lib/apt \
    apt-get update && apt-get install -y --no-install-recommends build-essential
COPY requirements.txt .
RUN --mount=type=cache,target=/root/.cache/pip pip install --prefix=/install -r requirements.txt

FROM python:3.11.8-slim AS runtime
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
COPY --from=builder /install /usr/local
RUN useradd --uid 1000 agent
USER agent
COPY app /app
CMD ["uvicorn", "app.main:app"]

FROM runtime AS test
RUN --mount=type=cache,target=/root/.cache/pip pip install pytest
CMD ["pytest"]
