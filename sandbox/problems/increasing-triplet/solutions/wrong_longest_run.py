# expect: wrong_answer
# Greedy from the first element on.
def increasing_triplet(nums):
    length, last = 0, None
    for x in nums:
        if last is None or x > last:
            length, last = length + 1, x
    return length >= 3
