# expect: accepted
import heapq


def iou(a, b):
    w, h = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    if w <= 0 or h <= 0:
        return 0.0
    inter = w * h
    return inter / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - inter)


class Matcher:
    def __init__(self, tracks, dets):
        self.tracks, self.dets = dict(enumerate(tracks)), dict(enumerate(dets))
        self.matches = {}

    def stage(self, chosen, threshold):
        heap = []
        for t, track in self.tracks.items():
            for d in chosen:
                overlap = iou(track, self.dets[d])
                if overlap >= threshold:
                    heap.append((-overlap, t, d))
        heapq.heapify(heap)
        while heap:
            _, t, d = heapq.heappop(heap)
            if t in self.tracks and d in self.dets:
                del self.tracks[t], self.dets[d]
                self.matches[t] = d


def byte_associate(track_boxes, det_boxes, det_scores, high=0.6, low=0.1, iou_high=0.2, iou_low=0.5):
    scores = det_scores.tolist()
    matcher = Matcher(track_boxes.tolist(), det_boxes.tolist())
    strong = [d for d, s in enumerate(scores) if s >= high]
    matcher.stage(strong, iou_high)
    matcher.stage([d for d, s in enumerate(scores) if low <= s < high], iou_low)
    return sorted(matcher.matches.items()), sorted(matcher.tracks), [d for d in strong if d in matcher.dets]
