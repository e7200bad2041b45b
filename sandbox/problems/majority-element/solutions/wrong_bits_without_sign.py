# expect: wrong_answer
def majority_element(nums):
    value = 0
    for bit in range(32):
        if 2 * sum(x >> bit & 1 for x in nums) > len(nums):
            value |= 1 << bit
    return value
