# expect: wrong_answer
def trap(height):
    level = water = 0
    for bar in height:
        level = max(level, bar)
        water += level - bar
    return water
