"""Rows up to their sign; Z from the rows that came back; rows without variance only orthonormal."""

import numpy as np

from sandbox.case import Failed
from sandbox.compare import compare

NEGLIGIBLE = 1e-9
"""Share of the largest variance below which an axis is not determined."""
RTOL, ATOL = 1e-6, 1e-7


def near(want, got, atol=ATOL):
    return compare(want, got, mode="close", rtol=RTOL, atol=atol) is None


def check(case, got, want):
    if want[0] is None:
        return []  # The reference raises, and so did the submission.
    if not isinstance(got[0], tuple) or len(got[0]) != 3:
        return [Failed("form", zh="三个数组组成的元组", en="a tuple of three arrays")]
    names = ("components", "explained_variance", "Z")
    for name, array, expected in zip(names, got[0], want[0], strict=True):
        if not isinstance(array, np.ndarray) or (array.shape, array.dtype) != (expected.shape, expected.dtype):
            told = f"{name}: float64 {expected.shape}"
            return [Failed("shape", zh=f"dtype 和形状（{told}）", en=f"dtype and shape ({told})")]
        if not np.isfinite(array).all():
            return [Failed("finite", zh=f"有限的数值（{name}）", en=f"finite values ({name})")]
    components, variance, projected = got[0]
    axes, expected, _ = want[0]
    failed = []
    if not near(expected, variance) or variance.min() < -1e-9:
        failed.append(Failed("variance", zh="正确的 explained_variance", en="the right explained_variance"))
    if not near(np.eye(len(axes)), components @ components.T, 1e-6):
        failed.append(Failed("orthonormal", zh="单位长度且两两正交的行", en="orthogonal rows of unit length"))
    determined = expected >= NEGLIGIBLE * expected[0]
    signs = np.where(np.sum(components * axes, axis=1, keepdims=True) < 0, -1.0, 1.0)
    if not near(axes[determined], (signs * components)[determined]):
        failed.append(Failed("axes", zh="正确的主轴（不计正负号）", en="the right axes (up to sign)"))
    arguments = case["calls"][0]["args"]
    X = arguments["X"] if isinstance(arguments, dict) else arguments[0]
    centred = X - X.mean(axis=0)
    if not near(centred @ components.T, projected, ATOL * max(1.0, float(np.abs(X).max()))):
        failed.append(Failed("projection", zh="与 components 相符的 Z", en="a Z that agrees with components"))
    return failed
