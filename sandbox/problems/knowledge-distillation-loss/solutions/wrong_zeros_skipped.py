# expect: wrong_answer
# Skips the classes where q is 0 as well.
import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def kd_loss(student_logits, teacher_logits, T=4.0):
    p = softmax(teacher_logits / T)
    q = softmax(student_logits / T)
    kl = np.where((p > 0) & (q > 0), p * (np.log(np.maximum(p, 1e-320)) - np.log(np.maximum(q, 1e-320))), 0).sum(axis=1)
    return T**2 * kl.mean()
