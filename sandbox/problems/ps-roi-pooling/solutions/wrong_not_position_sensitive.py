# expect: wrong_answer
# Averages the whole RoI on every map of the class.
import numpy as np


def ps_roi_pool(score_maps, rois, k):
    n, H, W = score_maps.shape
    if k < 1 or n % (k * k) != 0:
        raise ValueError("number of maps must be a multiple of k * k")
    C = n // (k * k)
    out = np.zeros((len(rois), C))
    for r in range(len(rois)):
        x1, y1, x2, y2 = (int(v) for v in rois[r])
        h, w = y2 - y1, x2 - x1
        for c in range(C):
            votes = 0.0
            for i in range(k):
                for j in range(k):
                    ys = max(y1 + 0, 0)
                    ye = min(y1 + h, H)
                    xs = max(x1 + 0, 0)
                    xe = min(x1 + w, W)
                    if ye > ys and xe > xs:
                        votes += score_maps[c * k * k + i * k + j, ys:ye, xs:xe].mean()
            out[r, c] = votes / (k * k)
    return out
