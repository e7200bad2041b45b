# expect: time_limit
def single_number(nums):
    seen = []
    for x in nums:
        if x in seen:
            seen.remove(x)
        else:
            seen.append(x)
    return seen[0]
