# expect: accepted
def trap(height):
    stack, water = [], 0
    for i, bar in enumerate(height):
        while stack and height[stack[-1]] < bar:
            floor = height[stack.pop()]
            if stack:
                water += (min(height[stack[-1]], bar) - floor) * (i - stack[-1] - 1)
        stack.append(i)
    return water
