import numpy as np


def kd_loss(student_logits: np.ndarray, teacher_logits: np.ndarray, T: float = 4.0) -> float:
    # student_logits, teacher_logits: (N, C)
    ...
