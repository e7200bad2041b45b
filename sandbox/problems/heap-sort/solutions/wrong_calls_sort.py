# expect: rejected
def heap_sort(nums):
    list.sort(nums)
    return nums
