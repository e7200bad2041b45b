# expect: time_limit
def remove_kdigits(num, k):
    for _ in range(k):
        i = 0
        while i + 1 < len(num) and num[i] <= num[i + 1]:
            i += 1
        num = num[:i] + num[i + 1 :]
    return num.lstrip("0") or "0"
