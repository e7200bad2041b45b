# expect: rejected
import torch
import torch.nn.functional as F


def mae(y_true, y_pred):
    if y_true.shape != y_pred.shape or y_true.size == 0:
        raise ValueError
    return F.l1_loss(torch.tensor(y_pred).double(), torch.tensor(y_true).double()).item()
