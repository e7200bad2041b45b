# expect: wrong_answer
# Two zeros in a row are read twice.
def to_chinese(n):
    if not 0 <= n < 10**8:
        raise ValueError(n)
    if n == 0:
        return "零"

    def four(n, width):
        text = ""
        for digit, unit in list(zip(f"{n:04}", "千百十 "))[4 - width :]:
            text += "零" if digit == "0" else "零一二三四五六七八九"[int(digit)] + unit.strip()
        return text.rstrip("零")

    high, low = divmod(n, 10000)
    if high:
        return four(high, len(str(high))) + "万" + four(low, 4)
    return four(low, len(str(low)))
