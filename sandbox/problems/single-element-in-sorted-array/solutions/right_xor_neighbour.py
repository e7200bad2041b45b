# expect: accepted
def single_non_duplicate(nums):
    low, high = 0, len(nums) - 1
    while low < high:
        mid = low + (high - low >> 1)
        if nums[mid] == nums[mid ^ 1]:
            low = mid + 1
        else:
            high = mid
    return nums[low]
