# expect: wrong_answer
# Never tries the sign bit.
def single_numbers(nums):
    both = 0
    for x in nums:
        both ^= x
    bit = 1
    while bit < 2**31 and not both & bit:
        bit <<= 1
    bit %= 2**31
    one = other = 0
    for x in nums:
        if x & bit:
            one ^= x
        else:
            other ^= x
    return [one, other]
