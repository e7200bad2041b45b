# expect: runtime_error
# The middle is the largest where the list rises and then falls.
def quick_sort(nums):
    if len(nums) < 2:
        return nums
    pivot = nums[len(nums) // 2]
    less = [x for x in nums if x < pivot]
    more = [x for x in nums if x > pivot]
    return quick_sort(less) + [pivot] * (len(nums) - len(less) - len(more)) + quick_sort(more)
