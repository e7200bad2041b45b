# expect: time_limit
def trap(height):
    water = 0
    for level in range(1, max(height, default=0) + 1):
        high = [i for i, bar in enumerate(height) if bar >= level]
        water += high[-1] - high[0] + 1 - len(high)
    return water
