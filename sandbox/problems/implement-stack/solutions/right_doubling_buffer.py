# expect: accepted
class Stack:
    def __init__(self):
        self.buffer = [0] * 4
        self.size = 0

    def empty(self):
        return self.size == 0

    def push(self, x):
        if self.size == len(self.buffer):
            self.buffer += [0] * len(self.buffer)
        self.buffer[self.size] = x
        self.size += 1

    def pop(self):
        self.top()
        self.size -= 1

    def top(self):
        return self[self.size - 1]

    def __getitem__(self, i):
        if not 0 <= i < self.size:
            raise IndexError(i)
        return self.buffer[i]
