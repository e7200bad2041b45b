# expect: wrong_answer
import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def kd_loss(student_logits, teacher_logits, T=4.0):
    p = softmax(teacher_logits / T)
    q = softmax(student_logits / T)
    kl = (p * np.log(np.clip(p, 1e-8, 1) / np.clip(q, 1e-8, 1))).sum(axis=1)
    return T**2 * kl.mean()
