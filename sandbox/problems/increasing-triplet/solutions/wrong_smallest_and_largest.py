# expect: wrong_answer
# Something between the smallest and the largest, wherever these stand.
def increasing_triplet(nums):
    if len(nums) < 3:
        return False
    i, k = nums.index(min(nums)), nums.index(max(nums))
    return any(nums[i] < x < nums[k] for x in nums[i + 1 : k])
