# expect: accepted
import copy

import numpy as np


class SGD:
    def step(self, w, g, o):
        return w - o["lr"] * g


class Momentum:
    velocity = None

    def step(self, w, g, o):
        self.velocity = g.copy() if self.velocity is None else o["momentum"] * self.velocity + g
        return w - o["lr"] * self.velocity


class Adam:
    def __init__(self):
        self.steps, self.first, self.second = 0, 0.0, 0.0

    def step(self, w, g, o):
        self.steps += 1
        self.first = o["beta1"] * self.first + (1 - o["beta1"]) * g
        self.second = o["beta2"] * self.second + (1 - o["beta2"]) * np.square(g)
        top = self.first / (1 - o["beta1"] ** self.steps)
        return w - o["lr"] * top / (np.sqrt(self.second / (1 - o["beta2"] ** self.steps)) + o["eps"])


OPTIMIZERS = {"sgd": SGD, "momentum": Momentum, "adam": Adam}


def optimizer_step(method, w, g, state, lr, momentum=0.9, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.0):
    if method not in OPTIMIZERS:
        raise ValueError(f"method must be one of {sorted(OPTIMIZERS)}")
    optimizer = OPTIMIZERS[method]()
    vars(optimizer).update(copy.deepcopy(state))
    options = {"lr": lr, "momentum": momentum, "beta1": beta1, "beta2": beta2, "eps": eps}
    return optimizer.step(w, g + weight_decay * w, options), dict(vars(optimizer))
