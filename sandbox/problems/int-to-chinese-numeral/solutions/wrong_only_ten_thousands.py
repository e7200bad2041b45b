# expect: wrong_answer
# Takes the part above 万 for a single digit.
def to_chinese(n):
    if not 0 <= n < 10**8:
        raise ValueError(n)
    digits = "零一二三四五六七八九"
    text, gap = "", False
    for value, unit in ((10**4, "万"), (1000, "千"), (100, "百"), (10, "十"), (1, "")):
        d = n // value
        n %= value
        if d:
            text += ("零" if gap and text else "") + digits[d % 10] + unit
        gap = d == 0
    return text or "零"
