"""log(p_t) = -log(1 + exp(-z)) and 1 - p_t = sigmoid(-z), where z is the logit of the class that is right."""

import numpy as np


def focal_loss(logits, targets, alpha=0.25, gamma=2.0):
    if logits.size == 0:
        return 0.0
    positive = targets == 1
    z = np.where(positive, logits, -logits)
    cross_entropy = np.logaddexp(0.0, -z)
    wrong = np.exp(-np.logaddexp(0.0, z))
    weight = np.where(positive, alpha, 1.0 - alpha)
    return float(np.mean(weight * wrong**gamma * cross_entropy))
