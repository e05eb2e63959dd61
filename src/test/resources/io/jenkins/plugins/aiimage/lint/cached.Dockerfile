FROM python:3.11-slim AS builder
RUN apt-get update && apt-get install -y build-essential gcc
RUN python -m venv /opt/venv
ENV PATH="/opt/venv/bin:$PATH"
COPY requirements.txt .
RUN echo "This takes minutes"
RUN pip install --no-cache-dir --prefer-binary -r requirements.txt
VOLUME pip_cache:/root/.cache/pip

FROM python:3.11-slim
COPY --from=builder /opt/venv /opt/venv
ENV PATH="/opt/venv/bin:$PATH"
WORKDIR /app
COPY . .
CMD ["uvicorn", "main:app"]
