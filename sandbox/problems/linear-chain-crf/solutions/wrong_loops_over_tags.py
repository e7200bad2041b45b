# expect: time_limit
# Loops over the tags as well.
import numpy as np


def logsumexp(a, axis):
    m = a.max(axis=axis, keepdims=True)
    return np.squeeze(m, axis) + np.log(np.exp(a - m).sum(axis=axis))


def crf(emissions, transitions, start, end, tags):
    T, K = emissions.shape
    score = start[tags[0]] + emissions[0, tags[0]]
    alpha = start + emissions[0]
    delta = start + emissions[0]
    back = np.zeros((T, K), dtype=np.int64)
    for t in range(1, T):
        score += transitions[tags[t - 1], tags[t]] + emissions[t, tags[t]]
        alpha = np.array([logsumexp(alpha + transitions[:, j], axis=0) + emissions[t, j] for j in range(K)])
        total = delta[:, None] + transitions
        back[t] = total.argmax(axis=0)
        delta = total.max(axis=0) + emissions[t]
    score += end[tags[-1]]
    log_z = logsumexp(alpha + end, axis=0)
    delta = delta + end
    path = np.zeros(T, dtype=np.int64)
    path[-1] = delta.argmax()
    for t in range(T - 1, 0, -1):
        path[t - 1] = back[t, path[t]]
    return log_z - score, path, delta.max()
