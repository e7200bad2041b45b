# expect: accepted
import numpy as np


class Cell:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.tape = []
        self.grads = {"dWx": np.zeros(Wx.shape), "dWh": np.zeros(Wh.shape), "db": np.zeros(b.shape)}

    def forward(self, x, h):
        new = np.tanh(np.concatenate([x, h], axis=1) @ np.concatenate([self.Wx, self.Wh]) + self.b)
        self.tape.append((x, h, new))
        return new

    def backward(self, dh):
        x, h, new = self.tape.pop()
        dz = dh * (1 + new) * (1 - new)
        self.grads["dWx"] += np.einsum("bd,bh->dh", x, dz)
        self.grads["dWh"] += np.einsum("bg,bh->gh", h, dz)
        self.grads["db"] += dz.sum(0)
        return dz @ self.Wx.T, dz @ self.Wh.T


def rnn_forward_backward(xs, h0, Wx, Wh, b, dhs):
    cell, h, states, dxs = Cell(Wx, Wh, b), h0, [], []
    for x in xs:
        h = cell.forward(x, h)
        states.append(h)
    back = np.zeros_like(h0)
    for upstream in dhs[::-1]:
        dx, back = cell.backward(upstream + back)
        dxs.append(dx)
    return np.array(states), {"dxs": np.array(dxs[::-1]), "dh0": back, **cell.grads}
