"""All ways to keep digits where there are few, k times the first digit before a smaller one, or a stack."""

import itertools


def remove_kdigits(num, k):
    n = len(num)
    if n <= 9:
        return str(min(int("".join(kept) or "0") for kept in itertools.combinations(num, n - k)))
    if n <= 100:
        for _ in range(k):
            falls = (i for i in range(len(num) - 1) if num[i] > num[i + 1])
            at = next(falls, len(num) - 1)
            num = num[:at] + num[at + 1 :]
        return num.lstrip("0") or "0"
    stack, left = [], k
    for digit in num:
        while left and stack and stack[-1] > digit:
            stack.pop()
            left -= 1
        stack.append(digit)
    return "".join(stack[: n - k]).lstrip("0") or "0"
