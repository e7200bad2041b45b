# expect: accepted
class MinHeap:
    def __init__(self, items):
        self.items = list(items)
        for i in range(len(self.items) // 2 - 1, -1, -1):
            self.sift(i)

    def sift(self, i):
        items = self.items
        while (child := 2 * i + 1) < len(items):
            if child + 1 < len(items) and items[child + 1] < items[child]:
                child += 1
            if items[i] <= items[child]:
                return
            items[i], items[child] = items[child], items[i]
            i = child

    def offer(self, x):
        if x > self.items[0]:
            self.items[0] = x
            self.sift(0)


def top_k(nums, k):
    if not 0 <= k <= len(nums):
        raise ValueError(k)
    if k == 0:
        return []
    heap = MinHeap(nums[:k])
    for x in nums[k:]:
        heap.offer(x)
    return heap.items
