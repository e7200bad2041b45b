"""Tolerances of the contract: 1e-6 relative, and for probabilities 1e-12 absolute; labels exact off the boundary."""

import numpy as np

from sandbox.case import Failed

BOUNDARY = 1e-6
# Rounding adds up over the iterations, and less than this.
SLACK = 1e-12


def check(case, got, want):
    for index, (call, found, expected) in enumerate(zip(case["calls"], got, want, strict=True)):
        name = call["attribute"] or call["method"]
        if name == "fit":
            if found != expected:
                return [Failed("self", zh="fit 应返回 self", en="fit returns self")]
            continue
        if name == "intercept_":
            if isinstance(found, bool) or not isinstance(found, int | float | np.floating):
                return [Failed("float", zh="intercept_ 应是一个 float", en="intercept_ is a float")]
            found, expected = np.array([found], dtype=np.float64), np.array([expected])
        kind, shape = expected.dtype, expected.shape
        if not isinstance(found, np.ndarray) or found.dtype != kind or found.shape != shape:
            return [
                Failed("array", zh=f"{name} 应是形状 {shape} 的 {kind} 数组", en=f"{name} is {kind} of shape {shape}")
            ]
        if name == "predict":
            # Probabilities of the same rows are asked for just before. Untrained, P is 0.5 everywhere, and gives 1.
            free = np.abs(want[index - 1] - 0.5) <= (BOUNDARY if case["init"].get("n_iters") != 0 else -1)
            right = (found == expected) | (free & (found == 1 - expected))
        else:
            absolute = 1e-12 + SLACK if name == "predict_proba" else 1e-8
            right = np.abs(found - expected) <= absolute + 1e-6 * np.abs(expected)
            if name == "predict_proba":
                right &= (found >= 0) & (found <= 1)
        if not np.all(right):
            place = int(np.argmin(right))
            a, b = f"{expected[place]:.9g}", f"{found[place]:.9g}"
            place = name if name == "intercept_" else f"{name}[{place}]"
            return [Failed("close", zh=f"{place} 应约为 {a}，得到 {b}", en=f"{place} is about {a}, not {b}")]
    return []
