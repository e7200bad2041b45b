# expect: wrong_answer
# Texts to images only.
import numpy as np


def log_softmax(z, axis):
    z = z - z.max(axis=axis, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=axis, keepdims=True))


def clip_loss(img, txt, temperature=0.07):
    n = len(img)
    if n == 0:
        raise ValueError("no pairs")
    img = img / np.linalg.norm(img, axis=1, keepdims=True)
    txt = txt / np.linalg.norm(txt, axis=1, keepdims=True)
    logits = img @ txt.T / temperature
    diagonal = np.arange(n)
    loss_i = -log_softmax(logits, 1)[diagonal, diagonal].mean()
    loss_t = -log_softmax(logits, 0)[diagonal, diagonal].mean()
    return float(loss_t)
