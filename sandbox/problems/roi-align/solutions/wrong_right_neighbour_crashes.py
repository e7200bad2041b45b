# expect: runtime_error
# The last row and column have no neighbour.
import math

import torch


def roi_align(feat, rois, out_size, scale=1.0, sampling=2):
    channels, height, width = feat.shape
    ph, pw = out_size

    def value(y, x):
        if y < -1 or y > height or x < -1 or x > width:
            return feat.new_zeros(channels)
        y, x = min(max(y, 0.0), height - 1.0), min(max(x, 0.0), width - 1.0)
        top, left = math.floor(y), math.floor(x)
        bottom, right = top + 1, left + 1
        dy, dx = y - top, x - left
        upper = feat[:, top, left] * (1 - dx) + feat[:, top, right] * dx
        lower = feat[:, bottom, left] * (1 - dx) + feat[:, bottom, right] * dx
        return upper * (1 - dy) + lower * dy

    bins = []
    for roi in rois.tolist():
        x1, y1, x2, y2 = (v * scale - 0.5 for v in roi)
        bh, bw = (y2 - y1) / ph, (x2 - x1) / pw
        for i in range(ph):
            for j in range(pw):
                total = 0
                for a in range(sampling):
                    for b in range(sampling):
                        y = y1 + i * bh + (a + 0.5) * bh / sampling
                        x = x1 + j * bw + (b + 0.5) * bw / sampling
                        total = total + value(y, x)
                bins.append(total / sampling**2)
    if not bins:
        return feat.new_zeros(0, channels, ph, pw)
    return torch.stack(bins).reshape(len(rois), ph, pw, channels).permute(0, 3, 1, 2)
