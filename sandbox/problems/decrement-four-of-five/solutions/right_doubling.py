# expect: accepted
# Builds the answer bit by bit.
def max_operations(nums):
    answer = 0
    for bit in range(32, -1, -1):
        k = answer + (1 << bit)
        if sum(x if x < k else k for x in nums) // 4 >= k:
            answer = k
    return answer
