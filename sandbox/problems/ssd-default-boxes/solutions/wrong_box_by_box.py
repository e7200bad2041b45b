# expect: wrong_answer
# All cells for the first box, then for the second …
import math

import numpy as np


def ssd_boxes(fm_sizes, ratios, s_min=0.2, s_max=0.9, clip=True):
    m = len(fm_sizes)
    if m < 2 or len(ratios) != m:
        raise ValueError("need two layers and one list of ratios per layer")
    s = [s_min + (s_max - s_min) * k / (m - 1) for k in range(m + 1)]
    out = []
    for k, f in enumerate(fm_sizes):
        q = math.sqrt(s[k] * s[k + 1])
        sizes = [(s[k], s[k]), (q, q)]
        for a in ratios[k]:
            r = math.sqrt(a)
            sizes.append((s[k] * r, s[k] / r))
            sizes.append((s[k] / r, s[k] * r))
        for w, h in sizes:
            for i in range(f):
                for j in range(f):
                    cx, cy = (j + 0.5) / f, (i + 0.5) / f
                    out.append([cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2])
    boxes = np.array(out)
    if clip:
        boxes = np.clip(boxes, 0.0, 1.0)
    return boxes
