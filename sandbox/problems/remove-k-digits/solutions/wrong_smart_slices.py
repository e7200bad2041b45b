# expect: time_limit
# Does not start over, but copies the whole number for each digit that goes.
def remove_kdigits(num, k):
    digits, i = list(num), 0
    while k:
        while i + 1 < len(digits) and digits[i] <= digits[i + 1]:
            i += 1
        digits = digits[:i] + digits[i + 1 :]
        k -= 1
        i = max(i - 1, 0)
    return "".join(digits).lstrip("0") or "0"
