# expect: accepted
import numpy as np
import torch
import torch.nn.functional as F


class Compositor:
    def __init__(self, fg, bg):
        self.fg, self.bg = fg, bg

    def __call__(self, alpha):
        return torch.lerp(self.bg, self.fg, alpha.unsqueeze(-1).expand_as(self.fg))


def composition_loss(alpha_pred, alpha_gt, fg, bg, mask=None):
    p, g, f, b = (torch.tensor(np.array(a)) for a in (alpha_pred, alpha_gt, fg, bg))
    compose = Compositor(f, b)
    one, two = compose(p.clamp(0, 1)), compose(g)
    if mask is not None:
        chosen = torch.tensor(np.array(mask))
        if chosen.sum() == 0:
            return 0.0
        one, two = one[chosen], two[chosen]
    return F.l1_loss(one, two).item()
