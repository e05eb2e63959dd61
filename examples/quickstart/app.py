"""Shows that the image can do its work: one matrix product with torch."""

import torch

product = torch.ones(2, 3) @ torch.ones(3, 2)
print(f"torch {torch.__version__} says {product.tolist()}")
