# expect: accepted
class OutOfRange(ValueError):
    pass


def to_chinese(n):
    if n not in range(10**8):
        raise OutOfRange
    if n == 0:
        return "零"
    table = str.maketrans("0123456789", "零一二三四五六七八九")
    units = ["", "十", "百", "千", "万", "十", "百", "千"]
    digits = str(n)
    text = ""
    for i, digit in enumerate(digits):
        place = len(digits) - 1 - i
        if digit != "0":
            text += digit.translate(table) + ("" if place == 4 else units[place])
        else:
            text += "零"
        if place == 4:
            # Zeros at the end of the high section are not read.
            text = text.rstrip("零") + "万"
    while "零零" in text:
        text = text.replace("零零", "零")
    return text.rstrip("零")
