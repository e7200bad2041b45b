# expect: wrong_answer
# Forgets to count the pairs twice.
def single_number(nums):
    return sum(nums) - sum(set(nums))
