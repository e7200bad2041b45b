# expect: accepted
import numpy as np
from dataclasses import dataclass


@dataclass
class KalmanCV:
    z0: float
    pos_var: float
    vel_var: float
    accel_var: float
    meas_var: float

    def __post_init__(self):
        self.x = np.zeros(2)
        self.x[0] = self.z0
        self.P = np.diag(np.array([self.pos_var, self.vel_var], dtype=float))

    def predict(self, dt: float = 1.0):
        self.x[0] += dt * self.x[1]
        f = np.eye(2)
        f[0, 1] = dt
        g = np.array([[dt * dt / 2], [dt]])
        self.P[:] = f.dot(self.P).dot(f.T) + g @ g.T * self.accel_var
        return np.array(self.x)

    def update(self, z=None):
        if z is None:
            return np.array(self.x)
        h = np.array([[1.0, 0.0]])
        k = self.P @ h.T / (h @ self.P @ h.T + self.meas_var)
        self.x += (k * (z - self.x[0])).ravel()
        a = np.eye(2) - k @ h
        self.P[:] = a @ self.P @ a.T + self.meas_var * k @ k.T
        return np.array(self.x)
