# expect: wrong_answer
# Reads a zero after 万 when the high section ends in one, although low has four digits.
def four(n):
    text, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        d = n // unit % 10
        if d:
            text += ("零" if gap and text else "") + "零一二三四五六七八九"[d] + name
            gap = False
        else:
            gap = True
    return text


def to_chinese(n):
    if not 0 <= n < 10**8:
        raise ValueError(n)
    high, low = divmod(n, 10000)
    if not high:
        return four(low) or "零"
    between = "零" if low and (low < 1000 or high % 10 == 0) else ""
    return four(high) + "万" + between + four(low)
