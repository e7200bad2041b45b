# expect: accepted
# Carries the steps that are left, like fuel.
def can_jump(nums):
    fuel = 1
    for value in nums:
        if fuel == 0:
            return False
        fuel = max(fuel - 1, value)
    return True
