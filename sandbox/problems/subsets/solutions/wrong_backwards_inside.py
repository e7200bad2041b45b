# expect: wrong_answer
# Puts each new element in front.
def subsets(nums):
    found = [[]]
    for x in nums:
        found += [[x] + subset for subset in found]
    return found
