# expect: accepted
import numpy as np
import torch


class KalmanCV:
    def __init__(self, z0, pos_var, vel_var, accel_var, meas_var):
        self._x = torch.tensor([z0, 0.0], dtype=torch.float64)
        self._P = torch.diag(torch.tensor([pos_var, vel_var], dtype=torch.float64))
        self._q, self._r = accel_var, meas_var

    x = property(lambda self: self._x.numpy().copy())
    P = property(lambda self: self._P.numpy().copy())

    def predict(self, dt=1.0):
        F = torch.tensor([[1.0, dt], [0.0, 1.0]], dtype=torch.float64)
        G = torch.tensor([dt**2 / 2, dt], dtype=torch.float64)
        self._x = F @ self._x
        self._P = F @ self._P @ F.T + self._q * torch.outer(G, G)
        return self.x

    def update(self, z):
        if z is not None:
            column = self._P[:, 0].clone()
            s = column[0] + self._r
            self._x = self._x + column / s * (z - self._x[0])
            self._P = self._P - torch.outer(column, column) / s
        return self.x
