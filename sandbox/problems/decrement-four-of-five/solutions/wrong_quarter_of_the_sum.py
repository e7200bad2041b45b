# expect: wrong_answer
def max_operations(nums):
    return sum(nums) // 4 if sum(x > 0 for x in nums) >= 4 else 0
