# expect: accepted
import numpy as np


def add_rows(shape, rows, values):
    order = np.argsort(rows, kind="stable")
    names, starts = np.unique(rows[order], return_index=True)
    out = np.zeros(shape)
    out[names] = np.add.reduceat(values[order], starts, axis=0)
    return out


def sgns(W_in, W_out, centers, contexts, negatives):
    B, K = negatives.shape
    words = np.column_stack([contexts, negatives])
    labels = np.zeros((B, 1 + K))
    labels[:, 0] = 1
    v = W_in[centers]
    u = W_out[words]
    x = np.matmul(u, v[:, :, None])[:, :, 0]
    # Binary cross entropy with logits.
    loss = np.maximum(x, 0) - x * labels + np.log1p(np.exp(-np.abs(x)))
    p = np.empty_like(x)
    p[x >= 0] = 1 / (1 + np.exp(-x[x >= 0]))
    small = np.exp(x[x < 0])
    p[x < 0] = small / (1 + small)
    g = (p - labels) / B
    dv = np.matmul(g[:, None, :], u)[:, 0]
    du = g[:, :, None] * v[:, None, :]
    return loss.sum() / B, add_rows(W_in.shape, centers, dv), add_rows(W_out.shape, words.ravel(), du.reshape(-1, v.shape[1]))
