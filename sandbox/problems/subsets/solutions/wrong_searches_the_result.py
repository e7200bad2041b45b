# expect: time_limit
# Right, but looks each subset up in the list of all found so far.
def subsets(nums):
    answer = [[]]
    for x in nums:
        for subset in answer[:]:
            new = subset + [x]
            if new not in answer:
                answer.append(new)
    return answer
