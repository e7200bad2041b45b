# expect: time_limit
# No recursion, but still n steps for a pivot that is the largest.
def quick_sort(nums):
    stack = [(0, len(nums) - 1)]
    while stack:
        low, high = stack.pop()
        if low >= high:
            continue
        pivot, i = nums[high], low
        for j in range(low, high):
            if nums[j] < pivot:
                nums[i], nums[j] = nums[j], nums[i]
                i += 1
        nums[i], nums[high] = nums[high], nums[i]
        stack += [(low, i - 1), (i + 1, high)]
    return nums
