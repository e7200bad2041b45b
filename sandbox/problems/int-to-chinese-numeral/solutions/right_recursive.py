# expect: accepted
UNITS = ((10**4, "万"), (1000, "千"), (100, "百"), (10, "十"))


def read(n):
    for value, unit in UNITS:
        if n >= value:
            first, rest = divmod(n, value)
            text = read(first) + unit
            if rest:
                text += ("零" if rest * 10 < value else "") + read(rest)
            return text
    return "零一二三四五六七八九"[n]


def to_chinese(n: int) -> str:
    if n < 0 or n >= 100000000:
        raise ValueError(n)
    return read(n)
