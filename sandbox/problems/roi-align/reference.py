"""Bilinear interpolation as one matrix along y and one along x for each RoI: its rows hold two weights, or none."""

import torch


def roi_align(feat, rois, out_size, scale=1.0, sampling=2):
    channels, height, width = feat.shape
    results = []
    for x1, y1, x2, y2 in (rois.detach() * scale - 0.5).tolist():
        along_y = weights(y1, y2, out_size[0], sampling, height)
        along_x = weights(x1, x2, out_size[1], sampling, width)
        results.append(along_y @ feat @ along_x.T)
    return torch.stack(results) if results else feat.new_zeros((0, channels, *out_size))


def weights(low, high, bins, sampling, length):
    """(bins, length): how much each place contributes to the mean of each bin, along one axis."""
    found = torch.zeros(bins, length, dtype=torch.float64)
    size = (high - low) / bins
    for place in range(bins):
        for sample in range(sampling):
            at = low + place * size + (sample + 0.5) * size / sampling
            if at < -1 or at > length:
                continue
            at = min(max(at, 0.0), length - 1.0)
            before = min(int(at), max(length - 2, 0))
            found[place, before] += (1 - (at - before)) / sampling
            if before + 1 < length:
                found[place, before + 1] += (at - before) / sampling
    return found
