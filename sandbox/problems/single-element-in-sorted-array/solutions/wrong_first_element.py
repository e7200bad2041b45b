# expect: wrong_answer
# nums[-1] stands in for the missing left neighbour, and the ends are never checked.
def single_non_duplicate(nums):
    low, high = 1, len(nums) - 2
    while low < high:
        mid = (low + high) // 2
        if nums[mid] != nums[mid - 1] and nums[mid] != nums[mid + 1]:
            return nums[mid]
        if (nums[mid] == nums[mid + 1]) == (mid % 2 == 0):
            low = mid + 1
        else:
            high = mid - 1
    return nums[min(low, len(nums) - 1)]
