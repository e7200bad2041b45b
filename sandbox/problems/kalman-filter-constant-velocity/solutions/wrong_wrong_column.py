# expect: wrong_answer
import numpy as np


class KalmanCV:
    def __init__(self, z0, pos_var, vel_var, accel_var, meas_var):
        self.x = np.array([z0, 0.0])
        self.P = np.array([[pos_var, 0.0], [0.0, vel_var]])
        self.accel_var = accel_var
        self.R = meas_var

    def predict(self, dt=1.0):
        F = np.array([[1.0, dt], [0.0, 1.0]])
        Q = self.accel_var * np.array([[dt**4 / 4, dt**3 / 2], [dt**3 / 2, dt**2]])
        self.x = F @ self.x
        self.P = F @ self.P @ F.T + Q
        return self.x.copy()

    def update(self, z):
        if z is None:
            return self.x.copy()
        S = self.P[0, 0] + self.R
        K = self.P[:, 1] / S
        self.x = self.x + K * (z - self.x[0])
        self.P = (np.eye(2) - np.outer(K, [1.0, 0.0])) @ self.P
        return self.x.copy()
