# expect: wrong_answer
def to_chinese(n):
    for value, unit in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if n >= value:
            first, rest = divmod(n, value)
            return to_chinese(first) + unit + (("零" if rest * 10 < value else "") + to_chinese(rest) if rest else "")
    return "零一二三四五六七八九"[n]
