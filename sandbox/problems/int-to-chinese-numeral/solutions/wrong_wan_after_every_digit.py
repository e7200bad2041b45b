# expect: wrong_answer
# A unit of its own for each of the eight places: 一十万二万 for 120000.
def to_chinese(n):
    if not 0 <= n < 10**8:
        raise ValueError(n)
    units = ["", "十", "百", "千", "万", "十万", "百万", "千万"]
    text, gap = "", False
    for place in range(7, -1, -1):
        d = n // 10**place % 10
        if d:
            text += ("零" if gap and text else "") + "零一二三四五六七八九"[d] + units[place]
        gap = d == 0
    return text or "零"
