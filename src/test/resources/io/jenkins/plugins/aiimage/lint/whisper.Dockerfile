FROM nvidia/cuda:11.8.0-cudnn8-devel-ubuntu22.04
ARG HF_TOKEN
ENV OMP_NUM_THREADS=4
RUN apt-get update && apt-get install -y python3-pip ffmpeg
COPY . .
RUN pip3 install torch --index-url https://download.pytorch.org/whl/cu118
RUN pip3 install torchaudio --index-url https://download.pytorch.org/whl/cpu
RUN pip3 install openai-whisper; true
CMD ["python3", "serve.py"]
