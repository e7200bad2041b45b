"""Tolerances of the contract: relative to the spread of y, and for a coefficient to the spread of its column."""

import numpy as np

from sandbox.case import Failed


def check(case, got, want):
    spread, columns = 1.0, np.ones(1)
    for call, found, expected in zip(case["calls"], got, want, strict=True):
        if call["method"] == "fit":
            X, y = call["args"].values() if isinstance(call["args"], dict) else call["args"]
            spread, columns = y.std(), X.std(axis=0)
            if found != expected:
                return [Failed("self", zh="fit 应返回 self", en="fit returns self")]
            continue
        name = call["attribute"] or "predict(X)"
        if type(expected) is float:
            if isinstance(found, bool) or not isinstance(found, int | float | np.floating):
                return [Failed("float", zh=f"{name} 应是一个 float", en=f"{name} is a float")]
            found, expected = np.float64(found), np.float64(expected)
        elif not isinstance(found, np.ndarray) or found.dtype != np.float64 or found.shape != expected.shape:
            shape = expected.shape
            return [
                Failed("array", zh=f"{name} 应是形状 {shape} 的 float64 数组", en=f"{name} is float64 of shape {shape}")
            ]
        scale = columns if name == "coef_" else 1.0
        near = np.abs(found - expected) * scale <= 1e-5 * (np.abs(expected) * scale + spread) + 1e-6
        if not np.all(near):
            where = tuple(int(i) for i in np.argwhere(~near)[0])
            place = f"{name}[{where[0]}]" if where else name
            a, b = f"{expected[where]:.9g}", f"{found[where]:.9g}"
            return [Failed("close", zh=f"{place} 应约为 {a}，得到 {b}", en=f"{place} is about {a}, not {b}")]
    return []
