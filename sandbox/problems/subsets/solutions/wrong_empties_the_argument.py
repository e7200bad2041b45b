# expect: wrong_answer
def subsets(nums):
    if not nums:
        return [[]]
    last = nums.pop()
    rest = subsets(nums)
    return rest + [subset + [last] for subset in rest]
