class Stack:
    def __init__(self):
        self.items = []

    def empty(self):
        return not self.items

    def push(self, x):
        self.items.append(x)

    def pop(self):
        if not self.items:
            raise IndexError("pop from an empty stack")
        self.items.pop()

    def top(self):
        if not self.items:
            raise IndexError("top of an empty stack")
        return self.items[-1]

    def __getitem__(self, i):
        if not 0 <= i < len(self.items):
            raise IndexError(f"index {i} of {len(self.items)} elements")
        return self.items[i]
