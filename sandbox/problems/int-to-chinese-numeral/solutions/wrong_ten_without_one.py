# expect: wrong_answer
# Everyday reading: 十二 instead of 一十二.
def to_chinese(n):
    if not 0 <= n < 10**8:
        raise ValueError(n)
    digits = "零一二三四五六七八九"
    for value, unit in ((10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if n >= value:
            first, rest = divmod(n, value)
            head = "" if value == 10 and first == 1 and n < 20 else to_chinese(first)
            return head + unit + (("零" if rest * 10 < value else "") + to_chinese(rest) if rest else "")
    return digits[n]
