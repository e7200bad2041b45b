"""The formula of the contract; with slices where the list is short, running maxima otherwise."""

from itertools import accumulate


def trap(height):
    if len(height) <= 30:
        return sum(min(max(height[: i + 1]), max(height[i:])) - bar for i, bar in enumerate(height))
    left = accumulate(height, max)
    right = [*accumulate(reversed(height), max)][::-1]
    return sum(min(borders) - bar for bar, *borders in zip(height, left, right, strict=True))
