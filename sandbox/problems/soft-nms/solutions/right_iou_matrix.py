# expect: accepted
import numpy as np
import torch


class SoftNMS:
    """All IoUs first, then rows of the matrix; boxes that are gone have score -inf."""

    def __init__(self, method, sigma, iou_thr):
        if method == "gaussian":
            self.decay = lambda iou: torch.exp(-iou.square() / sigma)
        elif method == "linear":
            self.decay = lambda iou: torch.where(iou >= iou_thr, 1 - iou, torch.ones_like(iou))
        else:
            raise ValueError(method)

    def matrix(self, b):
        side = torch.minimum(b[:, None, 2:], b[None, :, 2:]) - torch.maximum(b[:, None, :2], b[None, :, :2])
        inter = side.clamp(min=0).prod(-1)
        area = (b[:, 2:] - b[:, :2]).prod(-1)
        return inter / (area[:, None] + area[None, :] - inter)

    def run(self, boxes, scores, score_thr):
        factors = self.decay(self.matrix(boxes)).numpy()
        current = scores.copy()
        order, values = np.empty(len(scores), np.int64), np.empty(len(scores))
        count = 0
        for count in range(len(scores) + 1):
            if count == len(scores):
                break
            best = current.argmax()
            if current[best] < score_thr:
                break
            order[count], values[count] = best, current[best]
            current = current * factors[best]
            current[best] = -np.inf
        return order[:count], values[:count]


def soft_nms(boxes, scores, method="gaussian", sigma=0.5, iou_thr=0.3, score_thr=0.001):
    return SoftNMS(method, sigma, iou_thr).run(torch.tensor(np.array(boxes)), np.array(scores), score_thr)
