# expect: runtime_error
def trap(height):
    left, right = [height[0]], [height[-1]]
    for bar in height[1:]:
        left.append(max(left[-1], bar))
    for bar in height[-2::-1]:
        right.append(max(right[-1], bar))
    return sum(min(a, b) - bar for a, b, bar in zip(left, right[::-1], height))
