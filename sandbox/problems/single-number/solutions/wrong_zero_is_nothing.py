# expect: wrong_answer
# Takes a 0 for "not found".
def single_number(nums):
    counts = {}
    for x in nums:
        counts[x] = counts.get(x, 0) + 1
    found = None
    for x, n in counts.items():
        if n == 1 and x:
            found = x
    return found
