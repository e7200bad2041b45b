# expect: time_limit
def increasing_triplet(nums):
    n = len(nums)
    for i in range(n):
        for j in range(i + 1, n):
            if nums[i] < nums[j]:
                for k in range(j + 1, n):
                    if nums[j] < nums[k]:
                        return True
    return False
