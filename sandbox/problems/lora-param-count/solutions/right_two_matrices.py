# expect: accepted
from math import prod


def numel(*shape):
    return prod(shape)


def lora_params(d_in, d_out, r):
    if r <= -1:
        raise ValueError(r)
    return numel(r, d_in) + numel(d_out, r)
