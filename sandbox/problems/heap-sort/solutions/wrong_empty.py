# expect: runtime_error
def heap_sort(nums):
    heap = [None]
    for x in nums:
        heap.append(x)
        i = len(heap) - 1
        while i > 1 and heap[i // 2] > heap[i]:
            heap[i // 2], heap[i] = heap[i], heap[i // 2]
            i //= 2
    out = []
    while True:
        out.append(heap[1])
        heap[1] = heap[-1]
        heap.pop()
        if len(heap) == 1:
            return out
        i = 1
        while (child := 2 * i) < len(heap):
            if child + 1 < len(heap) and heap[child + 1] < heap[child]:
                child += 1
            if heap[i] <= heap[child]:
                break
            heap[i], heap[child] = heap[child], heap[i]
            i = child
