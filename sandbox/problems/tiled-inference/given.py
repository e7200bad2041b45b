"""Models for cases.py: what comes out depends on the tile as a whole, on the place in it, or has other channels."""

import numpy as np


def identity(tile):
    return tile


def centred(tile):
    return tile - tile.mean()


def place(tile):
    """Row and column within the tile, its height and width: overlapping tiles never agree."""
    rows, columns = np.indices(tile.shape[:2], dtype=np.float64)
    return np.stack([rows, columns, rows * 0 + tile.shape[0], columns * 0 + tile.shape[1]], axis=2)


def one_channel(tile):
    return np.cumsum(np.cumsum(tile.sum(axis=2, keepdims=True), axis=0), axis=1)


def seven_channels(tile):
    return tile[:, :, :1] * np.arange(1, 8) + tile.max()


def single_precision(tile):
    return (tile - tile.min()).astype(np.float32)


def writes(tile):
    """Changes the array that it is given, and returns it."""
    tile *= -2.0
    tile += tile.mean()
    return tile


def wipes(tile):
    """Returns something new, and leaves nothing of the array that it is given."""
    result = np.tanh(tile) + tile[0, 0]
    tile[:] = 1e6
    return result
