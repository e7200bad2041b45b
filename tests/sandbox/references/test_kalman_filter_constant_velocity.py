from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def test_agrees_with_conditioning_one_large_gaussian(
    reference: Callable[[str, str], Any], rng: np.random.Generator
) -> None:
    """The state is linear in its beginning and the accelerations; all observations are conditioned on at once."""
    filter_class = reference("kalman-filter-constant-velocity", "KalmanCV")
    for steps in rng.integers(1, 9, 200).tolist():
        z0, (pos_var, vel_var, accel_var, meas_var) = float(rng.normal()), rng.uniform(0.2, 4, 4).tolist()
        kalman = filter_class(z0, pos_var, vel_var, accel_var, meas_var)
        mean, prior = np.zeros(steps + 2), np.diag([pos_var, vel_var, *[accel_var] * steps])
        mean[0] = z0
        state, rows, observed = np.eye(2, steps + 2), [np.zeros(steps + 2)], [0.0]
        for step in range(steps):
            dt, z = float(rng.uniform(0.2, 2)), float(rng.normal(0, 3))
            kalman.predict(dt)
            state = np.array([[1, dt], [0, 1]]) @ state
            state[:, step + 2] += [dt * dt / 2, dt]
            if rng.random() < 0.3:
                kalman.update(None)
                continue
            kalman.update(z)
            rows.append(state[0].copy())
            observed.append(z)
        seen = np.array(rows)
        gain = prior @ seen.T @ np.linalg.inv(seen @ prior @ seen.T + meas_var * np.eye(len(rows)))
        np.testing.assert_allclose(kalman.x, state @ (mean + gain @ (observed - seen @ mean)), rtol=1e-9, atol=1e-9)
        np.testing.assert_allclose(kalman.P, state @ (prior - gain @ seen @ prior) @ state.T, rtol=1e-9, atol=1e-9)
