# expect: accepted
def majority_element(nums):
    votes = 0
    for x in nums:
        if votes == 0:
            candidate = x
        votes += 1 if x == candidate else -1
    return candidate
