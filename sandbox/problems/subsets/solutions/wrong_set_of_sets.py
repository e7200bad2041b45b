# expect: wrong_answer
# A frozenset has no order.
def subsets(nums):
    found = {frozenset()}
    for x in nums:
        found |= {subset | {x} for subset in found}
    return [list(subset) for subset in found]
