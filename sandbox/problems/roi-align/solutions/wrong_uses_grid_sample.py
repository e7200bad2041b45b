# expect: rejected
# grid_sample is not allowed.
import torch
import torch.nn.functional as F


def roi_align(feat, rois, out_size, scale=1.0, sampling=2):
    box = rois * scale - 0.5
    steps = [(torch.arange(n * sampling, dtype=torch.float64) + 0.5) / (n * sampling) for n in out_size]
    y = box[:, 1:2] + steps[0] * (box[:, 3:] - box[:, 1:2])
    x = box[:, :1] + steps[1] * (box[:, 2:3] - box[:, :1])
    y, x = (2 * y + 1) / feat.shape[1] - 1, (2 * x + 1) / feat.shape[2] - 1
    grid = torch.stack(torch.broadcast_tensors(x[:, None, :], y[:, :, None]), dim=-1)
    sampled = F.grid_sample(feat.expand(len(rois), -1, -1, -1), grid, padding_mode="border", align_corners=False)
    return F.avg_pool2d(sampled, sampling)
