# expect: accepted
import numpy as np
import torch
import torch.nn.functional as F


class Distillation(torch.nn.Module):
    """Cross entropy between teacher and student minus the entropy of the teacher."""

    def __init__(self, T):
        super().__init__()
        self.T = T

    def forward(self, s, t):
        p = torch.softmax(t / self.T, dim=-1)
        cross = F.cross_entropy(s / self.T, p, reduction="mean")
        entropy = torch.special.entr(p).sum(-1).mean()
        return self.T * self.T * (cross - entropy)


def kd_loss(student_logits, teacher_logits, T=4.0):
    tensors = [torch.tensor(np.array(a)) for a in (student_logits, teacher_logits)]
    return Distillation(T)(*tensors).item()
