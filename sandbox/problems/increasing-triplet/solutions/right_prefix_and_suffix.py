# expect: accepted
def increasing_triplet(nums: list[int]) -> bool:
    n = len(nums)
    if n < 3:
        return False
    right = nums[:]
    for i in range(n - 2, -1, -1):
        right[i] = max(right[i + 1], nums[i])
    low = nums[0]
    for j in range(1, n - 1):
        if low < nums[j] < right[j + 1]:
            return True
        low = min(low, nums[j])
    return False
