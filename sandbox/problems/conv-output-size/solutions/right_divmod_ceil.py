# expect: accepted
def conv_out(size, kernel, stride=1, padding=0, dilation=1):
    kernel += (kernel - 1) * (dilation - 1)
    free = size + padding + padding - kernel + 1
    if free <= 0:
        raise ValueError
    full, rest = divmod(free, stride)
    return full + bool(rest)
