# expect: runtime_error
# Looks one past the end when the single value is the last.
def single_non_duplicate(nums):
    low, high = 0, len(nums)
    while low < high:
        mid = (low + high) // 2 // 2 * 2
        if nums[mid] == nums[mid + 1]:
            low = mid + 2
        else:
            high = mid
    return nums[low]
