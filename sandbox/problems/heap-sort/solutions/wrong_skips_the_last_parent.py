# expect: wrong_answer
# Starts building one node too late.
def heap_sort(nums):
    def sift_down(i, end):
        while (child := 2 * i + 1) < end:
            if child + 1 < end and nums[child + 1] > nums[child]:
                child += 1
            if nums[i] >= nums[child]:
                return
            nums[i], nums[child] = nums[child], nums[i]
            i = child

    for i in range(len(nums) // 2 - 2, -1, -1):
        sift_down(i, len(nums))
    for end in range(len(nums) - 1, 0, -1):
        nums[0], nums[end] = nums[end], nums[0]
        sift_down(0, end)
    return nums
