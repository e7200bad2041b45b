# expect: wrong_answer
def heap_sort(nums):
    a = list(set(nums))

    def sift_down(i, end):
        while (child := 2 * i + 1) < end:
            if child + 1 < end and a[child + 1] > a[child]:
                child += 1
            if a[i] >= a[child]:
                return
            a[i], a[child] = a[child], a[i]
            i = child

    for i in range(len(a) // 2 - 1, -1, -1):
        sift_down(i, len(a))
    for end in range(len(a) - 1, 0, -1):
        a[0], a[end] = a[end], a[0]
        sift_down(0, end)
    return a
