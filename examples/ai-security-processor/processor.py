import requests
import torch
import transformers
import yaml

for module in (torch, transformers, requests, yaml):
    print(module.__name__, getattr(module, "__version__", ""))
