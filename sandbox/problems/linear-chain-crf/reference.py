"""Forward algorithm and Viterbi side by side; argmax returns the smallest of equal tags."""

import numpy as np


def crf(emissions, transitions, start, end, tags):
    alpha = best = start + emissions[0]
    pointers = []
    for row in emissions[1:]:
        totals = alpha[:, None] + transitions  # (from, to)
        top = totals.max(axis=0)
        alpha = top + np.log(np.exp(totals - top).sum(axis=0)) + row
        candidates = best[:, None] + transitions
        pointers.append(candidates.argmax(axis=0))
        best = candidates.max(axis=0) + row
    final = alpha + end
    log_z = final.max() + np.log(np.exp(final - final.max()).sum())
    gold = start[tags[0]] + end[tags[-1]] + transitions[tags[:-1], tags[1:]].sum()
    gold += emissions[np.arange(len(tags)), tags].sum()
    path = [int((best + end).argmax())]
    for pointer in reversed(pointers):
        path.append(int(pointer[path[-1]]))
    return float(log_z - gold), np.array(path[::-1], dtype=np.int64), float((best + end).max())
