# expect: time_limit
def single_numbers(nums):
    return [x for x in nums if nums.count(x) == 1]
