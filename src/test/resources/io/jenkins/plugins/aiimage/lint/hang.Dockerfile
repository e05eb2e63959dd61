# syntax=docker/dockerfile:1
FROM python:3.10-slim

ENV PIP_ROOT_USER_ACTION=ignore
RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*

# all packages
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install --upgrade pip && \
    pip install "protobuf<4.21,>=3.20" && \
    # before torch
    pip install tensorflow>=2.13.0 tf2onnx>=1.15.0 && \
    pip install torch --index-url https://download.pytorch.org/whl/cpu && \
    pip install transformers>=4.30.0 modelscope>=1.9.0 numpy>=1.24.0,<2 && \
    pip cache purge || true

COPY . /app
USER 1000
CMD ["python", "/app/convert.py"]
