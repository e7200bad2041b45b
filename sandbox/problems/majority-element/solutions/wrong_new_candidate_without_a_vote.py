# expect: wrong_answer
# The new candidate starts with no vote, and the next one counts against it.
def majority_element(nums):
    candidate, votes = nums[0], 1
    for x in nums[1:]:
        votes += 1 if x == candidate else -1
        if votes == 0:
            candidate = x
    return candidate
