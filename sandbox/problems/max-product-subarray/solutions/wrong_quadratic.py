# expect: time_limit
def max_product(nums):
    if not nums:
        raise ValueError("empty")
    best = nums[0]
    for i in range(len(nums)):
        product = 1
        for j in range(i, len(nums)):
            product *= nums[j]
            if product > best:
                best = product
            if product == 0:
                break
    return best
