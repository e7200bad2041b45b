# expect: wrong_answer
# A smaller first throws the second away.
def increasing_triplet(nums):
    first = second = float("inf")
    for x in nums:
        if x <= first:
            first, second = x, float("inf")
        elif x <= second:
            second = x
        else:
            return True
    return False
