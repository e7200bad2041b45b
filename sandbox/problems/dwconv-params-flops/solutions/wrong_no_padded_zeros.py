# expect: wrong_answer
# Counts multiplications with real inputs only.
def dwconv_cost(n, c, h, w, k=3, stride=1, pad=1, bias=False, multiplier=1):
    def taps(size):
        out = (size + 2 * pad - k) // stride + 1
        return sum(0 <= i * stride - pad + j < size for i in range(out) for j in range(k))

    cout = c * multiplier
    return cout * (k * k + bias), n * cout * taps(h) * taps(w)
