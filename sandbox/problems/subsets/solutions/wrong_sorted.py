# expect: wrong_answer
# Sorts first, and the order of nums is lost.
def subsets(nums):
    found = [[]]
    for x in sorted(nums):
        found += [subset + [x] for subset in found]
    return found
