# expect: runtime_error
# Sorted input makes the recursion as deep as the list is long.
def quick_sort(nums):
    if len(nums) < 2:
        return nums
    pivot, rest = nums[0], nums[1:]
    less = [x for x in rest if x < pivot]
    more = [x for x in rest if x >= pivot]
    return quick_sort(less) + [pivot] + quick_sort(more)
