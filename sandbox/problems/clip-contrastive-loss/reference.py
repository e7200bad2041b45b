"""Log-sum-exp of rows and of columns, minus the diagonal."""

import numpy as np


def clip_loss(img, txt, temperature=0.07):
    if len(img) == 0:
        raise ValueError("there is no loss without pairs")
    images, texts = (a / np.sqrt((a * a).sum(axis=1, keepdims=True)) for a in (img, txt))
    logits = images @ texts.T / temperature
    losses = [np.logaddexp.reduce(logits, axis=axis) - logits.diagonal() for axis in (0, 1)]
    return float(np.mean(losses))
