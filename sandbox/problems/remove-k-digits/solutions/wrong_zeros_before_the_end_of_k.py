# expect: wrong_answer
# Skips zeros in front at once, and cuts the end by the length without them.
def remove_kdigits(num, k):
    keep, stack = len(num) - k, []
    for c in num:
        while k and stack and stack[-1] > c:
            stack.pop()
            k -= 1
        if c != "0" or stack:
            stack.append(c)
    return "".join(stack[:keep]) or "0"
