# expect: accepted
# The starts of the windows are a range; its length is the answer, also where len() would overflow.
class KernelTooLarge(ValueError):
    pass


def conv_out(h, k, s=1, p=0, d=1):
    last_start = h + 2 * p - (1 + d * (k - 1))
    if last_start < 0:
        raise KernelTooLarge(k)
    starts = range(0, last_start + 1, s)
    return (starts[-1] - starts[0]) // s + 1
