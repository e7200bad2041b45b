# expect: wrong_answer
def trap(height):
    left, right, level = [], [], 0.0
    for bar in height:
        level = max(level, bar)
        left.append(level)
    level = 0.0
    for bar in reversed(height):
        level = max(level, bar)
        right.append(level)
    return sum((min(a, b) - bar for a, b, bar in zip(left, reversed(right), height)), 0.0)
