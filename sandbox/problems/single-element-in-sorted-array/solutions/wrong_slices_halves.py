# expect: time_limit
# A binary search, but each step copies half of the list.
def single_non_duplicate(nums):
    if len(nums) == 1:
        return nums[0]
    mid = len(nums) // 2 // 2 * 2
    if nums[mid] == nums[mid + 1]:
        return single_non_duplicate(nums[mid + 2 :])
    return single_non_duplicate(nums[: mid + 1])
