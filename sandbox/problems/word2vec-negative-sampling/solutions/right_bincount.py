# expect: accepted
import numpy as np


def scatter(rows, values, shape):
    size, width = shape
    flat = (rows[:, None] * width + np.arange(width)).ravel()
    return np.bincount(flat, weights=values.ravel(), minlength=size * width).reshape(shape)


def log_sigmoid(x):
    return np.minimum(x, 0) - np.log1p(np.exp(-np.abs(x)))


def sgns(W_in, W_out, centers, contexts, negatives):
    batch, width = len(centers), W_in.shape[1]
    v = W_in[centers]
    total = 0.0
    dv = np.zeros_like(v)
    dW_out = np.zeros(W_out.shape)
    columns = [(contexts, 1)] + [(negatives[:, k], -1) for k in range(negatives.shape[1])]
    for rows, sign in columns:
        u = W_out[rows]
        score = sign * (u * v).sum(1)
        total -= log_sigmoid(score).sum()
        slope = -sign * np.exp(log_sigmoid(-score)) / batch
        dv += slope[:, None] * u
        dW_out += scatter(rows, slope[:, None] * v, W_out.shape)
    return float(total / batch), scatter(centers, dv, W_in.shape), dW_out
