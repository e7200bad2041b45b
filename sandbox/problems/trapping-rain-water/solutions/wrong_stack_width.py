# expect: wrong_answer
# Counts the bar that was taken off, not the gap between the borders.
def trap(height):
    stack, water = [], 0
    for i, bar in enumerate(height):
        while stack and height[stack[-1]] < bar:
            bottom = stack.pop()
            if stack:
                water += (min(height[stack[-1]], bar) - height[bottom]) * (i - bottom)
        stack.append(i)
    return water
