# expect: accepted
class Conv:
    def __init__(self, cin, cout, k=1, stride=1, groups=1):
        self.cin, self.cout, self.k, self.stride, self.groups = cin, cout, k, stride, groups

    def params(self):
        return self.cout * self.cin // self.groups * self.k * self.k

    def out(self, size):
        p = (self.k - 1) // 2
        return (size + 2 * p - self.k) // self.stride + 1


def inverted_residual_cost(cin, cout, t, h, w, k=3, stride=1):
    hidden = cin * t
    block = [] if t == 1 else [Conv(cin, hidden)]
    block.append(Conv(hidden, hidden, k, stride, groups=hidden))
    block.append(Conv(hidden, cout))
    macs = 0
    for conv in block:
        h, w = conv.out(h), conv.out(w)
        macs += conv.params() * h * w
    return sum(conv.params() for conv in block), macs
