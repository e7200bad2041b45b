# expect: wrong_answer
# State on the class: a second filter overwrites the first.
import numpy as np


class KalmanCV:
    def __init__(self, z0, pos_var, vel_var, accel_var, meas_var):
        KalmanCV.x = np.array([z0, 0.0])
        KalmanCV.P = np.array([[pos_var, 0.0], [0.0, vel_var]])
        self.accel_var = accel_var
        self.R = meas_var

    def predict(self, dt=1.0):
        F = np.array([[1.0, dt], [0.0, 1.0]])
        Q = self.accel_var * np.array([[dt**4 / 4, dt**3 / 2], [dt**3 / 2, dt**2]])
        KalmanCV.x = F @ KalmanCV.x
        KalmanCV.P = F @ KalmanCV.P @ F.T + Q
        return KalmanCV.x.copy()

    def update(self, z):
        if z is None:
            return KalmanCV.x.copy()
        S = KalmanCV.P[0, 0] + self.R
        K = KalmanCV.P[:, 0] / S
        KalmanCV.x = KalmanCV.x + K * (z - KalmanCV.x[0])
        KalmanCV.P = (np.eye(2) - np.outer(K, [1.0, 0.0])) @ KalmanCV.P
        return KalmanCV.x.copy()
