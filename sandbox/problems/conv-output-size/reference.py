"""Counts the positions one by one where there are few of them; otherwise divides."""


def conv_out(h, k, s=1, p=0, d=1):
    span = d * (k - 1) + 1
    length = h + 2 * p
    if span > length:
        raise ValueError(f"a kernel that spans {span} does not fit into {length}")
    if length <= 1000:
        return len([start for start in range(0, length, s) if start + span <= length])
    return (length - span) // s + 1
