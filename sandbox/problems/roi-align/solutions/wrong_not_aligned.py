# expect: wrong_answer
# Without the half pixel.
import torch


def roi_align(feat, rois, out_size, scale=1.0, sampling=2):
    c, h, w = feat.shape
    ph, pw = out_size
    r = rois.shape[0]
    box = rois.detach() * scale
    x1, y1, x2, y2 = box.unbind(1)
    bh, bw = (y2 - y1) / ph, (x2 - x1) / pw
    iy = torch.arange(ph * sampling, dtype=torch.float64)
    ix = torch.arange(pw * sampling, dtype=torch.float64)
    y = y1[:, None] + (iy + 0.5) * bh[:, None] / sampling
    x = x1[:, None] + (ix + 0.5) * bw[:, None] / sampling
    inside_y = (y >= -1) & (y <= h)
    inside_x = (x >= -1) & (x <= w)
    y, x = y.clamp(0, h - 1), x.clamp(0, w - 1)
    y0, x0 = y.floor().long(), x.floor().long()
    y1_, x1_ = (y0 + 1).clamp(max=h - 1), (x0 + 1).clamp(max=w - 1)
    fy, fx = (y - y0)[:, :, None], (x - x0)[:, None, :]

    def at(rows, columns):
        return feat[:, rows[:, :, None], columns[:, None, :]]

    values = (
        at(y0, x0) * (1 - fy) * (1 - fx)
        + at(y0, x1_) * (1 - fy) * fx
        + at(y1_, x0) * fy * (1 - fx)
        + at(y1_, x1_) * fy * fx
    )
    values = values * (inside_y[:, :, None] & inside_x[:, None, :])
    values = values.reshape(c, r, ph, sampling, pw, sampling).mean(dim=(3, 5))
    return values.permute(1, 0, 2, 3)
