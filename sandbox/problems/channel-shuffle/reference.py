"""The order of the channels, written out, as an index."""


def channel_shuffle(x, groups):
    channels = x.shape[1]
    if groups < 1 or channels % groups != 0:
        raise ValueError(f"groups {groups} does not divide {channels} channels")
    width = channels // groups
    return x[:, [i * width + j for j in range(width) for i in range(groups)]]
