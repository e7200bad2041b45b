# expect: accepted
class Reader:
    names = dict(enumerate("零一二三四五六七八九"))
    units = ["", "十", "百", "千"]

    def four(self, n):
        out, pending = [], False
        for k in (3, 2, 1, 0):
            d = n // 10**k % 10
            if d == 0:
                pending = bool(out)
            else:
                if pending:
                    out.append("零")
                    pending = False
                out.append(self.names[d] + self.units[k])
        return "".join(out)

    def __call__(self, n):
        if n == 0:
            return "零"
        high, low = n // 10000, n % 10000
        if high == 0:
            return self.four(low)
        result = self.four(high) + "万"
        if low:
            if low < 1000:
                result += "零"
            result += self.four(low)
        return result


def to_chinese(n):
    if not (0 <= n <= 99_999_999):
        raise ValueError("out of range")
    return Reader()(n)
