# expect: time_limit
def heap_sort(nums):
    def build(end):
        for i in range(end // 2 - 1, -1, -1):
            parent = i
            while (child := 2 * parent + 1) < end:
                if child + 1 < end and nums[child + 1] > nums[child]:
                    child += 1
                if nums[parent] >= nums[child]:
                    break
                nums[parent], nums[child] = nums[child], nums[parent]
                parent = child

    for end in range(len(nums), 1, -1):
        build(end)
        nums[0], nums[end - 1] = nums[end - 1], nums[0]
    return nums
