# expect: wrong_answer
class Stack:
    _items = []

    def empty(self):
        return len(self._items) == 0

    def push(self, x):
        self._items.append(x)

    def pop(self):
        self._items.pop()

    def top(self):
        return self._items[-1]

    def __getitem__(self, i):
        if i < 0:
            raise IndexError(i)
        return self._items[i]
