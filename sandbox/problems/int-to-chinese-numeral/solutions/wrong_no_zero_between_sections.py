# expect: wrong_answer
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
    return (four(high) + "万" if high else "") + four(low) or "零"
