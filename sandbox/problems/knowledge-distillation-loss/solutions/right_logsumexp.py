# expect: accepted
import numpy as np


def kd_loss(student_logits: np.ndarray, teacher_logits: np.ndarray, T: float = 4.0) -> float:
    total = 0.0
    for s, t in zip(student_logits / T, teacher_logits / T):
        a, b = np.logaddexp.reduce(s), np.logaddexp.reduce(t)
        p = np.exp(t - b)
        keep = p > 0
        total += float(np.dot(p[keep], (t - s)[keep] - b + a))
    return total * T**2 / len(student_logits)
