# expect: time_limit
def trap(height):
    water, below = 0, 0
    for level in sorted(set(height)):
        high = [i for i, bar in enumerate(height) if bar >= level]
        water += (high[-1] - high[0] + 1 - len(high)) * (level - below)
        below = level
    return water
