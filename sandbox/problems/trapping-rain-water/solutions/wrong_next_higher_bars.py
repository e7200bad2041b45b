# expect: wrong_answer
# Looks only as far as the next bar that is at least as high as the left border.
def trap(height):
    water, i = 0, 0
    while i < len(height):
        j = i + 1
        while j < len(height) and height[j] < height[i]:
            j += 1
        if j == len(height):
            i += 1
            continue
        water += sum(height[i] - bar for bar in height[i + 1 : j])
        i = j
    return water
