"""One matrix of weights an axis; bilinear interpolation is linear along one and then along the other."""

import numpy as np


def weights(length, wanted, align_corners):
    """(wanted, length): what each input counts for each output."""
    matrix = np.zeros((wanted, length))
    for index in range(wanted):
        if align_corners:
            source = index * (length - 1) / (wanted - 1) if wanted > 1 else 0.0
        else:
            source = max((index + 0.5) * length / wanted - 0.5, 0.0)
        low = min(int(source), length - 1)
        matrix[index, low] += 1 - (source - low)
        matrix[index, min(low + 1, length - 1)] += source - low
    return matrix


def upsample_bilinear(x, out_h, out_w, align_corners=False):
    if out_h < 1 or out_w < 1:
        raise ValueError(f"the output size must be at least 1 x 1, not {out_h} x {out_w}")
    rows = weights(x.shape[2], out_h, align_corners)
    columns = weights(x.shape[3], out_w, align_corners)
    return rows @ x @ columns.T
