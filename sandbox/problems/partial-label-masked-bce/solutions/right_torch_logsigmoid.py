# expect: accepted
import numpy as np
import torch
import torch.nn.functional as F


class MaskedBCE(torch.nn.Module):
    def forward(self, x, t, m):
        count = m.sum()
        if count == 0:
            return x.new_zeros(())
        x, t = torch.masked_select(x, m), torch.masked_select(t, m)
        return -(t * F.logsigmoid(x) + (1 - t) * F.logsigmoid(-x)).sum() / count


def masked_bce(logits, targets, valid_mask):
    tensors = (torch.tensor(np.array(a)) for a in (logits, targets, valid_mask))
    return MaskedBCE()(*tensors).item()
