# expect: accepted
import numpy as np


def cfg(eps_uncond: np.ndarray, eps_cond: np.ndarray, scale: float | np.ndarray, rescale: float = 0.0) -> np.ndarray:
    """(1 - s) u + s c, all in float64, with the batch moved to the last axis."""
    u, c = (np.moveaxis(a.astype(np.float64), 0, -1) for a in (eps_uncond, eps_cond))
    s = np.asarray(scale)
    out = (1 - s) * u + s * c
    axes = tuple(range(out.ndim - 1))
    top, bottom = c.std(axes), out.std(axes)
    factor = np.ones_like(bottom)
    np.divide(top, bottom, out=factor, where=bottom > 0)
    result = out * (rescale * factor + (1.0 - rescale))
    return np.moveaxis(result, -1, 0).astype(eps_cond.dtype)
