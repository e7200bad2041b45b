# expect: wrong_answer
# Puts the bits of a negative number together without the sign.
def single_number(nums):
    return sum((sum(x >> bit & 1 for x in nums) % 2) << bit for bit in range(32))
