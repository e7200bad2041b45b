import numpy as np


class KalmanCV:
    def __init__(self, z0: float, pos_var: float, vel_var: float, accel_var: float, meas_var: float) -> None:
        # self.x: (2,), self.P: (2, 2)
        ...

    def predict(self, dt: float = 1.0) -> np.ndarray: ...

    def update(self, z: float | None) -> np.ndarray: ...
