"""For cases.py only: whether what came back is a new array."""

import numpy as np


def share_memory(one, other):
    return bool(np.shares_memory(one, other))
