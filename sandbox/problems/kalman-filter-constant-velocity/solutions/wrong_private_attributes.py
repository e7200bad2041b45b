# expect: runtime_error
# Has no attributes x and P.
import numpy as np


class KalmanCV:
    def __init__(self, z0, pos_var, vel_var, accel_var, meas_var):
        self._x = np.array([z0, 0.0])
        self._P = np.array([[pos_var, 0.0], [0.0, vel_var]])
        self.accel_var = accel_var
        self.R = meas_var

    def predict(self, dt=1.0):
        F = np.array([[1.0, dt], [0.0, 1.0]])
        Q = self.accel_var * np.array([[dt**4 / 4, dt**3 / 2], [dt**3 / 2, dt**2]])
        self._x = F @ self._x
        self._P = F @ self._P @ F.T + Q
        return self._x.copy()

    def update(self, z):
        if z is None:
            return self._x.copy()
        S = self._P[0, 0] + self.R
        K = self._P[:, 0] / S
        self._x = self._x + K * (z - self._x[0])
        self._P = (np.eye(2) - np.outer(K, [1.0, 0.0])) @ self._P
        return self._x.copy()
