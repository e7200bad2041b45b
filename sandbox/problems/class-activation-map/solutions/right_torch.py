# expect: accepted
import numpy as np
import torch
import torch.nn.functional as F


class CAM:
    def __init__(self, weight):
        self.weight = weight

    def __call__(self, feature, cls):
        if cls < 0 or cls >= len(self.weight):
            raise ValueError("unknown class")
        m = F.relu((self.weight[cls].view(-1, 1, 1) * feature).sum(dim=0))
        top = m.max()
        return m if top == 0 else m / top


def cam(feature, fc_weight, cls):
    f, w = torch.tensor(np.array(feature)), torch.tensor(np.array(fc_weight))
    return CAM(w)(f, cls).numpy()
