# expect: wrong_answer
# Raises the bars of the caller to the water level.
def trap(height):
    before, level = sum(height), 0
    right = list(height)
    for i in range(len(height) - 2, -1, -1):
        right[i] = max(right[i], right[i + 1])
    for i in range(len(height)):
        level = max(level, height[i])
        height[i] = min(level, right[i])
    return sum(height) - before
