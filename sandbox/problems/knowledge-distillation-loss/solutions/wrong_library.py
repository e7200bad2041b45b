# expect: rejected
import torch
import torch.nn.functional as F


def kd_loss(student_logits, teacher_logits, T=4.0):
    s, t = torch.tensor(student_logits) / T, torch.tensor(teacher_logits) / T
    return float(F.kl_div(F.log_softmax(s, 1), F.log_softmax(t, 1), log_target=True, reduction="batchmean") * T * T)
