# expect: accepted
import numpy as np


class KalmanCV:
    """Five numbers; the arrays are made when somebody looks."""

    def __init__(self, z0, pos_var, vel_var, accel_var, meas_var):
        self.pos, self.vel = float(z0), 0.0
        self.a, self.b, self.c = float(pos_var), 0.0, float(vel_var)
        self.q, self.r = accel_var, meas_var

    @property
    def x(self):
        return np.array([self.pos, self.vel])

    @property
    def P(self):
        return np.array([[self.a, self.b], [self.b, self.c]])

    def predict(self, dt=1.0):
        self.pos += dt * self.vel
        self.a += 2 * dt * self.b + dt * dt * self.c + self.q * dt**4 / 4
        self.b += dt * self.c + self.q * dt**3 / 2
        self.c += self.q * dt * dt
        return self.x

    def update(self, z):
        if z is not None:
            s = self.a + self.r
            k, l = self.a / s, self.b / s
            innovation = z - self.pos
            self.pos += k * innovation
            self.vel += l * innovation
            self.c -= l * self.b
            self.a, self.b = (1 - k) * self.a, (1 - k) * self.b
        return self.x
