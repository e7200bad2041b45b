# expect: accepted
import numpy as np


def log_softmax(z):
    z = z - z.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


def kd_loss(student_logits, teacher_logits, T=4.0):
    log_p = log_softmax(teacher_logits / T)
    log_q = log_softmax(student_logits / T)
    p = np.exp(log_p)
    kl = (p * (log_p - log_q)).sum(axis=1)
    return T**2 * kl.mean()
