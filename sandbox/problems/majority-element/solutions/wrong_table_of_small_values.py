# expect: wrong_answer
def majority_element(nums):
    count = [0] * 1000
    for x in nums:
        count[x] += 1
    return count.index(max(count))
