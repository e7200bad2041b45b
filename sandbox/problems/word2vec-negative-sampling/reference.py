"""Context and negatives side by side with the signs of their scores; np.add.at sums what occurs several times."""

import numpy as np


def sgns(W_in, W_out, centers, contexts, negatives):
    others = np.concatenate([contexts[:, None], negatives], axis=1)  # (B, 1 + K)
    signs = np.array([1.0] + [-1.0] * negatives.shape[1])
    v, u = W_in[centers], W_out[others]
    scores = signs * np.einsum("bkd,bd->bk", u, v)
    losses = np.maximum(-scores, 0) + np.log1p(np.exp(-np.abs(scores)))  # -log sigmoid
    # d losses / d score is sigmoid(score) - 1 = -exp(losses of the opposite score).
    slopes = -signs * np.exp(-(losses + scores)) / len(centers)
    dW_in, dW_out = np.zeros(W_in.shape), np.zeros(W_out.shape)
    np.add.at(dW_in, centers, np.einsum("bk,bkd->bd", slopes, u))
    np.add.at(dW_out, others, slopes[:, :, None] * v[:, None, :])
    return float(losses.sum(axis=1).mean()), dW_in, dW_out
