# expect: accepted
def trap(height):
    i, j, left, right, water = 0, len(height) - 1, 0, 0, 0
    while i < j:
        left, right = max(left, height[i]), max(right, height[j])
        if left < right:
            water += left - height[i]
            i += 1
        else:
            water += right - height[j]
            j -= 1
    return water
