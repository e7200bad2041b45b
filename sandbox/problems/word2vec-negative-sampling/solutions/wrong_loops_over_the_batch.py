# expect: time_limit
# One sample at a time.
import numpy as np


def sgns(W_in, W_out, centers, contexts, negatives):
    dW_in, dW_out, loss, B = np.zeros_like(W_in), np.zeros_like(W_out), 0.0, len(centers)
    for n in range(B):
        v = W_in[centers[n]]
        for word, label in [(contexts[n], 1.0), *((k, 0.0) for k in negatives[n])]:
            score = W_out[word] @ v
            loss += np.logaddexp(0, -score if label else score)
            p = np.exp(-np.logaddexp(0, -score))
            dW_in[centers[n]] += (p - label) * W_out[word] / B
            dW_out[word] += (p - label) * v / B
    return loss / B, dW_in, dW_out
