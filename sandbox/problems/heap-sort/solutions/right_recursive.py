# expect: accepted
def heapify(a, n, i):
    largest, left, right = i, 2 * i + 1, 2 * i + 2
    if left < n and a[left] > a[largest]:
        largest = left
    if right < n and a[right] > a[largest]:
        largest = right
    if largest != i:
        a[i], a[largest] = a[largest], a[i]
        heapify(a, n, largest)


def heap_sort(nums):
    a = list(nums)
    for i in reversed(range(len(a) // 2)):
        heapify(a, len(a), i)
    for end in reversed(range(1, len(a))):
        a[0], a[end] = a[end], a[0]
        heapify(a, end, 0)
    return a
