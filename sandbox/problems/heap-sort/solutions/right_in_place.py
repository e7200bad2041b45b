# expect: accepted
def heap_sort(nums: list[int]) -> list[int]:
    n = len(nums)

    def sift_down(i, end):
        while 2 * i + 1 < end:
            child = 2 * i + 1
            if child + 1 < end and nums[child + 1] > nums[child]:
                child += 1
            if nums[i] >= nums[child]:
                return
            nums[i], nums[child] = nums[child], nums[i]
            i = child

    for i in range(n // 2 - 1, -1, -1):
        sift_down(i, n)
    for end in range(n - 1, 0, -1):
        nums[0], nums[end] = nums[end], nums[0]
        sift_down(0, end)
    return nums
