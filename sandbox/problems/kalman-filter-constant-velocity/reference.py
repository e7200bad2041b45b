"""The textbook equations with matrices."""

import numpy as np

H = np.array([[1.0, 0.0]])


class KalmanCV:
    def __init__(self, z0, pos_var, vel_var, accel_var, meas_var):
        self.x = np.array([z0, 0.0], dtype=np.float64)
        self.P = np.diag([pos_var, vel_var]).astype(np.float64)
        self.accel_var = accel_var
        self.R = np.array([[meas_var]])

    def predict(self, dt=1.0):
        F = np.array([[1.0, dt], [0.0, 1.0]])
        gain = np.array([dt**2 / 2, dt])
        self.x = F @ self.x
        self.P = F @ self.P @ F.T + self.accel_var * np.outer(gain, gain)
        return self.x.copy()

    def update(self, z):
        if z is not None:
            S = H @ self.P @ H.T + self.R
            K = self.P @ H.T @ np.linalg.inv(S)
            self.x = self.x + (K @ (np.array([z]) - H @ self.x))
            rest = np.eye(2) - K @ H
            self.P = rest @ self.P @ rest.T + K @ self.R @ K.T
        return self.x.copy()
