"""Slides the kernel along both axes and counts its places; each channel costs its own kernel at each of them."""


def dwconv_cost(n, c, h, w, k=3, stride=1, pad=1, bias=False, multiplier=1):
    def places(side):
        return len([start for start in range(-pad, side + pad, stride) if start + k <= side + pad])

    channels = c * multiplier
    params = sum(k * k + (1 if bias else 0) for _ in range(channels))
    return params, n * channels * places(h) * places(w) * k * k
