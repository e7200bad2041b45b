# expect: accepted
def single_number(nums):
    a = sorted(nums)
    pairs = zip(a[::2], a[1::2] + [None])
    return next(x for x, y in pairs if x != y)
