"""Goes through the convolutions one after the other, with the map that each of them leaves to the next."""


def inverted_residual_cost(cin, cout, t, h, w, k=3, stride=1):
    wide = t * cin
    layers = [(wide, 1, k, stride), (cout, wide, 1, 1)]
    if t != 1:
        layers.insert(0, (wide, cin, 1, 1))
    params = macs = 0
    for channels, seen, kernel, step in layers:
        pad = (kernel - 1) // 2
        h, w = (len(range(0, side + 2 * pad - kernel + 1, step)) for side in (h, w))
        weights = channels * seen * kernel * kernel
        params += weights
        macs += weights * h * w
    return params, macs
