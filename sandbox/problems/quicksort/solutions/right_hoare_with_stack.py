# expect: accepted
import random


class Sorter:
    def __init__(self, values):
        self.values = list(values)

    def partition(self, low, high):
        a = self.values
        pivot = a[random.randrange(low, high)]
        i, j = low - 1, high + 1
        while True:
            i += 1
            while a[i] < pivot:
                i += 1
            j -= 1
            while a[j] > pivot:
                j -= 1
            if i >= j:
                return j
            a[i], a[j] = a[j], a[i]

    def run(self):
        stack = [(0, len(self.values) - 1)]
        while stack:
            low, high = stack.pop()
            if low < high:
                middle = self.partition(low, high)
                stack += [(low, middle), (middle + 1, high)]
        return self.values


def quick_sort(nums):
    return Sorter(nums).run()
