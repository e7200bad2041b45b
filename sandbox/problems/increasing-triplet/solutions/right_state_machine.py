# expect: accepted
class Watcher:
    """Knows the smallest element, and the smallest that has a smaller one before it."""

    def __init__(self):
        self.low = None
        self.middle = None

    def feed(self, x):
        if self.middle is not None and x > self.middle:
            return True
        if self.low is not None and x > self.low:
            self.middle = x
        if self.low is None or x < self.low:
            self.low = x
        return False


def increasing_triplet(nums):
    return any(map(Watcher().feed, nums))
