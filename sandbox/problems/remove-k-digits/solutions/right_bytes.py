# expect: accepted
def remove_kdigits(num: str, k: int) -> str:
    out = bytearray()
    for digit in num.encode():
        while k > 0 and out and out[-1] > digit:
            del out[-1]
            k -= 1
        if out or digit != 48:
            out.append(digit)
    if k:
        del out[max(len(out) - k, 0) :]
    return out.decode() or "0"
