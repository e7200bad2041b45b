# expect: wrong_answer
# Uses the four largest until the smallest of them is gone, instead of choosing anew each time.
def max_operations(nums):
    a = sorted(nums)
    count = 0
    while a[1] > 0:
        step = a[1]
        a = sorted([a[0]] + [x - step for x in a[1:]])
        count += step
    return count
