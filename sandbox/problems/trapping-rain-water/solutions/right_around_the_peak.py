# expect: accepted
def side(bars):
    level = 0
    for bar in bars:
        level = max(level, bar)
        yield level - bar


def trap(height):
    if not height:
        return 0
    peak = max(range(len(height)), key=height.__getitem__)
    return sum(side(height[:peak])) + sum(side(reversed(height[peak:])))
