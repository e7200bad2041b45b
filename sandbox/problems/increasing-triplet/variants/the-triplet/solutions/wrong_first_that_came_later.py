# expect: wrong_answer
# The smallest number so far may stand behind the second.
def increasing_triplet(nums):
    first = second = float("inf")
    for x in nums:
        if x <= first:
            first = x
        elif x <= second:
            second = x
        else:
            return [first, second, x]
    return []
