# expect: accepted
from itertools import accumulate
from operator import mul


def receptive_field(layers):
    jumps = list(accumulate((s for _, s, _ in layers), mul, initial=1))
    return 1 + sum((k - 1) * d * jump for (k, _, d), jump in zip(layers, jumps)), jumps[-1]
