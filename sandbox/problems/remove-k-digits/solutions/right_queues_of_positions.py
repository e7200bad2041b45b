# expect: accepted
# Chooses the digits from the front: the smallest one that is near enough, found in queues of places by digit.
from collections import deque


class Places:
    def __init__(self, num):
        self.queues = {d: deque() for d in "0123456789"}
        for i, d in enumerate(num):
            self.queues[d].append(i)

    def smallest(self, start, stop):
        for digit, queue in self.queues.items():
            while queue and queue[0] < start:
                queue.popleft()
            if queue and queue[0] < stop:
                return digit, queue[0]
        raise AssertionError


def remove_kdigits(num, k):
    places, chosen, start = Places(num), [], 0
    for need in range(len(num) - k, 0, -1):
        digit, at = places.smallest(start, len(num) - need + 1)
        chosen.append(digit)
        start = at + 1
    return "".join(chosen).lstrip("0") or "0"
