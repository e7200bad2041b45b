# expect: accepted
# Every head has its own d x dh matrices. Returns a list.
class HeadsError(ValueError):
    pass


def mha_cost(n, d, heads):
    dh, rest = divmod(d, heads)
    if rest:
        raise HeadsError(heads)
    params = macs = scores = 0
    for _ in range(heads):
        head = 4 * d * dh
        params += head
        macs += n * head + 2 * n * n * dh
        scores += n**2
    return [params, macs, scores]
