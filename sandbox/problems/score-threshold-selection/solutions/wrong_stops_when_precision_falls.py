# expect: wrong_answer
# Believes that precision falls with the threshold.
from itertools import groupby


def sweep(scores, labels):
    """(threshold, TP, n) from the highest score down."""
    hits = count = 0
    ranked = sorted(zip(scores.tolist(), labels.tolist()), reverse=True)
    for score, group in groupby(ranked, key=lambda pair: pair[0]):
        for _, label in group:
            hits += label
            count += 1
        yield score, hits, count


def pick_threshold(scores, labels, target_recall=None, target_precision=None):
    if [target_recall, target_precision].count(None) != 1:
        raise ValueError("give target_recall or target_precision")
    positives = sum(labels.tolist())
    best = None
    for score, hits, count in sweep(scores, labels):
        if target_recall is not None:
            if positives and hits / positives >= target_recall:
                return score
        elif hits / count >= target_precision:
            best = score
        else:
            break
    return best
