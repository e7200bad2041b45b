# expect: wrong_answer
# 两千, 两万.
def to_chinese(n):
    if not 0 <= n < 10**8:
        raise ValueError(n)

    def read(n):
        for value, unit in ((10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
            if n >= value:
                first, rest = divmod(n, value)
                return read(first) + unit + (("零" if rest * 10 < value else "") + read(rest) if rest else "")
        return "零一二三四五六七八九"[n]

    return read(n).replace("二千", "两千").replace("二万", "两万")
