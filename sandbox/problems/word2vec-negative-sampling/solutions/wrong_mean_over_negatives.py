# expect: wrong_answer
# Averages over the negatives.
import numpy as np


def softplus(z):
    return np.logaddexp(0.0, z)


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def sgns(W_in, W_out, centers, contexts, negatives):
    B = len(centers)
    v, u, n = W_in[centers], W_out[contexts], W_out[negatives]
    pos = np.sum(u * v, axis=1)
    neg = np.einsum("bkd,bd->bk", n, v)
    loss = (softplus(-pos) + softplus(neg).sum(axis=1) / max(neg.shape[1], 1)).mean()
    dpos = (sigmoid(pos) - 1) / B
    dneg = sigmoid(neg) / B / max(neg.shape[1], 1)
    dv = dpos[:, None] * u + np.einsum("bk,bkd->bd", dneg, n)
    dW_in, dW_out = np.zeros_like(W_in), np.zeros_like(W_out)
    np.add.at(dW_in, centers, dv)
    np.add.at(dW_out, contexts, dpos[:, None] * v)
    np.add.at(dW_out, negatives, dneg[:, :, None] * v[:, None, :])
    return loss, dW_in, dW_out
