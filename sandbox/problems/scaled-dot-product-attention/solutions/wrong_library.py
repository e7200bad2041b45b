# expect: rejected
# Calls the function of torch.
import torch
from torch.nn.functional import scaled_dot_product_attention


def attention(q, k, v, mask=None):
    tensors = [torch.from_numpy(a) for a in (q, k, v)]
    return scaled_dot_product_attention(*tensors, attn_mask=None if mask is None else torch.from_numpy(mask)).numpy()
