# expect: wrong_answer
def to_chinese(n):
    if not 0 <= n < 10**8:
        raise ValueError(n)
    text, gap = "", False
    for place, name in zip(range(7, -1, -1), ["千", "百", "十", "", "千", "百", "十", ""]):
        d = n // 10**place % 10
        if d:
            text += ("零" if gap and text else "") + "零一二三四五六七八九"[d] + name
        gap = d == 0
        if place == 4:
            text += "万" if text else ""
            gap = False
    return text
