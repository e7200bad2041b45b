# expect: wrong_answer
def majority_element(nums):
    seen = {}
    for x in nums:
        seen[x] = seen.get(x, 0) + 1
        if seen[x] >= len(nums) // 2:
            return x
