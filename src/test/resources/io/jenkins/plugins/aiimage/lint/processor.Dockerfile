FROM python:3.11-slim
WORKDIR /srv
RUN pip config set global.timeout 600
RUN pip install --no-cache-dir --timeout=1000 --retries=5 torch --index-url https://download.pytorch.org/whl/cpu \
    || pip install --no-cache-dir --timeout=1000 torch
RUN pip install --no-cache-dir transformers>=4.35 sentencepiece>=0.1.99
RUN pip install --no-cache-dir requests pyyaml
COPY processor.py .
CMD ["python", "processor.py"]
