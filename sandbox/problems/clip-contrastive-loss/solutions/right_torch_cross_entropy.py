# expect: accepted
import numpy as np
import torch
import torch.nn.functional as F


class ClipLoss(torch.nn.Module):
    def __init__(self, temperature):
        super().__init__()
        self.temperature = temperature

    def forward(self, img, txt):
        logits = F.normalize(img, dim=-1) @ F.normalize(txt, dim=-1).t() / self.temperature
        labels = torch.arange(len(img))
        return 0.5 * (F.cross_entropy(logits, labels) + F.cross_entropy(logits.t(), labels))


def clip_loss(img, txt, temperature=0.07):
    if img.shape[0] < 1:
        raise ValueError("empty batch")
    return ClipLoss(temperature)(torch.from_numpy(np.array(img)), torch.from_numpy(np.array(txt))).item()
