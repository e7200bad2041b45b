"""Flood fill with a stack of its own, from every wet pixel that is left, in row-major order."""


def largest_blob_center(img, thr=128):
    left = {(int(row), int(column)): None for row, column in zip(*(img >= thr).nonzero(), strict=True)}
    largest = []
    while left:
        start = next(iter(left))
        del left[start]
        drop = [start]
        for row, column in drop:
            for pixel in ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)):
                if pixel in left:
                    del left[pixel]
                    drop.append(pixel)
        if len(drop) > len(largest):
            largest = drop
    if not largest:
        return None
    return sum(row for row, _ in largest) / len(largest), sum(column for _, column in largest) / len(largest)
