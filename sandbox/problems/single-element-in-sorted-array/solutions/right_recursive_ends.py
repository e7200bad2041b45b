# expect: accepted
def search(nums, low, high):
    if low == high:
        return nums[low]
    mid = (low + high) // 2
    before = mid > low and nums[mid - 1] == nums[mid]
    after = mid < high and nums[mid + 1] == nums[mid]
    if not before and not after:
        return nums[mid]
    first = mid - 1 if before else mid
    if (first - low) % 2 == 0:
        return search(nums, first + 2, high)
    return search(nums, low, first - 1)


def single_non_duplicate(nums):
    return search(nums, 0, len(nums) - 1)
