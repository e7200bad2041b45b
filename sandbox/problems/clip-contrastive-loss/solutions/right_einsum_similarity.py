# expect: accepted
import numpy as np


def clip_loss(img: np.ndarray, txt: np.ndarray, temperature: float = 0.07) -> float:
    """Divides the dot products by both norms afterwards."""
    if img.shape[0] == 0:
        raise ValueError("at least one pair is needed")
    dots = np.einsum("id,jd->ij", img, txt)
    norms = np.outer(np.sqrt(np.einsum("id,id->i", img, img)), np.sqrt(np.einsum("id,id->i", txt, txt)))
    s = dots / norms / temperature
    right = np.diag(s)

    def loss(m):
        return np.mean(np.log(np.sum(np.exp(m - m.max(1, keepdims=True)), 1)) + m.max(1) - right)

    return 0.5 * (loss(s) + loss(s.T))
