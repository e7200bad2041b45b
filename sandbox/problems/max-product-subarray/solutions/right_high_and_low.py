# expect: accepted
def max_product(nums: list[int]) -> int:
    if len(nums) == 0:
        raise ValueError("nums is empty")
    high = low = answer = nums[0]
    for i in range(1, len(nums)):
        x = nums[i]
        if x < 0:
            high, low = low, high
        high = max(x, high * x)
        low = min(x, low * x)
        answer = max(answer, high)
    return answer
