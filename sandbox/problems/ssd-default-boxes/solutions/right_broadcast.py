# expect: accepted
import numpy as np


def layer(f, s, following, ratios):
    roots = np.sqrt(np.array(ratios, dtype=float))
    wide = np.stack([s * roots, s / roots], axis=1)
    w = np.concatenate([[s, np.sqrt(s * following)], wide.ravel()])
    h = np.concatenate([[s, np.sqrt(s * following)], wide[:, ::-1].ravel()])
    centers = (np.arange(f) + 0.5) / f
    cy, cx = np.meshgrid(centers, centers, indexing="ij")
    center = np.stack([cx, cy], axis=-1)[:, :, None, :]
    half = np.stack([w, h], axis=-1) / 2
    return np.concatenate([center - half, center + half], axis=-1).reshape(-1, 4)


def ssd_boxes(fm_sizes, ratios, s_min=0.2, s_max=0.9, clip=True):
    m = len(fm_sizes)
    if m < 2:
        raise ValueError("at least two layers")
    if len(ratios) != m:
        raise ValueError("one list of ratios for each layer")
    step = (s_max - s_min) / (m - 1)
    scales = s_min + step * np.arange(m + 1)
    boxes = np.vstack([layer(f, scales[k], scales[k + 1], ratios[k]) for k, f in enumerate(fm_sizes)])
    return boxes.clip(0, 1) if clip else boxes
