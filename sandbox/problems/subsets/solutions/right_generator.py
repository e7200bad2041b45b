# expect: accepted
def choose(nums, i):
    if i == len(nums):
        yield []
        return
    for rest in choose(nums, i + 1):
        yield rest
        yield [nums[i], *rest]


def subsets(nums):
    return list(choose(nums, 0))
