"""Both distributions as logarithms."""

import numpy as np


def log_softmax(logits):
    shifted = logits - logits.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))


def kd_loss(student_logits, teacher_logits, T=4.0):
    log_p, log_q = log_softmax(teacher_logits / T), log_softmax(student_logits / T)
    divergences = np.sum(np.exp(log_p) * (log_p - log_q), axis=1)
    return float(T**2 * divergences.mean())
