"""Writes down the shape of every weight and bias, and adds up their sizes."""

from math import prod


def encoder_block_params(d, d_ff=None, bias=True):
    wide = 4 * d if d_ff is None else d_ff
    weights = {"query": (d, d), "key": (d, d), "value": (d, d), "output": (d, d), "up": (wide, d), "down": (d, wide)}
    norms = ("first norm", "second norm")
    shapes = {(name, "weight"): shape for name, shape in weights.items()} | {(name, "weight"): (d,) for name in norms}
    if bias:
        shapes |= {(name, "bias"): shape[:1] for name, shape in weights.items()} | {
            (name, "bias"): (d,) for name in norms
        }
    return sum(map(prod, shapes.values()))
