# expect: wrong_answer
def trap(height):
    return sum(max(min(a, c) - b, 0) for a, b, c in zip(height, height[1:], height[2:]))
