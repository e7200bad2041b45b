# expect: wrong_answer
def increasing_triplet(nums):
    first = second = float("inf")
    for x in map(float, nums):
        if x <= first:
            first = x
        elif x <= second:
            second = x
        else:
            return True
    return False
