# expect: rejected
def quick_sort(nums):
    return list(sorted(nums))
