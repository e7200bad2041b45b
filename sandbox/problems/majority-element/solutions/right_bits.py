# expect: accepted
def majority_element(nums):
    shifted = [x + 2**31 for x in nums]
    return sum((2 * sum(x >> bit & 1 for x in shifted) > len(nums)) << bit for bit in range(32)) - 2**31
