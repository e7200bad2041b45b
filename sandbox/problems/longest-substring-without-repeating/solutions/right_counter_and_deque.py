# expect: accepted
from collections import Counter, deque


class Window:
    def __init__(self):
        self.items = deque()
        self.counts = Counter()

    def push(self, c):
        self.items.append(c)
        self.counts[c] += 1
        while self.counts[c] > 1:
            self.counts[self.items.popleft()] -= 1
        return len(self.items)


def length_of_longest_substring(s):
    window = Window()
    return max(map(window.push, s), default=0)
