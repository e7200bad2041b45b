# expect: wrong_answer
# Never leaves out any but the smallest.
def max_operations(nums):
    return sorted(nums)[1]
