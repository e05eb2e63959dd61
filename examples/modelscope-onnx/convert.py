import modelscope
import onnx
import onnxruntime
import tensorflow
import tf2onnx
import torch
import transformers

for module in (tensorflow, tf2onnx, torch, transformers, modelscope, onnx, onnxruntime):
    print(module.__name__, module.__version__)
