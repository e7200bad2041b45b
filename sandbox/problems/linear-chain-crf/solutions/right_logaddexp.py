# expect: accepted
import numpy as np


def path_score(emissions, transitions, start, end, path):
    total = start[path[0]] + end[path[-1]]
    for t, tag in enumerate(path):
        total += emissions[t][tag]
    for a, b in zip(path, path[1:]):
        total += transitions[a][b]
    return float(total)


def crf(emissions, transitions, start, end, tags):
    def semiring(reduce):
        state = start + emissions[0]
        yield state
        for row in emissions[1:]:
            state = reduce(state + transitions.T) + row
            yield state

    for alpha in semiring(lambda m: np.logaddexp.reduce(m, axis=1)):
        pass
    log_z = np.logaddexp.reduce(alpha + end)
    deltas = list(semiring(lambda m: m.max(axis=1)))
    tag = int(np.argmax(deltas[-1] + end))
    path = [tag]
    for delta in deltas[-2::-1]:
        tag = int(np.argmax(delta + transitions[:, tag]))
        path.insert(0, tag)
    best = path_score(emissions, transitions, start, end, path)
    gold = path_score(emissions, transitions, start, end, tags.tolist())
    return float(log_z) - gold, np.array(path, dtype=np.int64), best
