# expect: rejected
import numpy as np
import torch
from torch.nn.utils import prune


def prune_by_magnitude(w, sparsity):
    layer = torch.nn.Module()
    layer.weight = torch.nn.Parameter(torch.tensor(w))
    prune.l1_unstructured(layer, "weight", amount=float(sparsity))
    return layer.weight_mask.bool().numpy(), layer.weight.detach().numpy()
