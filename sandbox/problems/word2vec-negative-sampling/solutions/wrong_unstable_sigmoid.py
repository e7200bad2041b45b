# expect: runtime_error
# exp overflows.
import numpy as np


def softplus(z):
    return np.logaddexp(0.0, z)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def sgns(W_in, W_out, centers, contexts, negatives):
    B = len(centers)
    v, u, n = W_in[centers], W_out[contexts], W_out[negatives]
    pos = np.sum(u * v, axis=1)
    neg = np.einsum("bkd,bd->bk", n, v)
    loss = (softplus(-pos) + softplus(neg).sum(axis=1)).mean()
    dpos = (sigmoid(pos) - 1) / B
    dneg = sigmoid(neg) / B
    dv = dpos[:, None] * u + np.einsum("bk,bkd->bd", dneg, n)
    dW_in, dW_out = np.zeros_like(W_in), np.zeros_like(W_out)
    np.add.at(dW_in, centers, dv)
    np.add.at(dW_out, contexts, dpos[:, None] * v)
    np.add.at(dW_out, negatives, dneg[:, :, None] * v[:, None, :])
    return loss, dW_in, dW_out
