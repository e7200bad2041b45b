# expect: wrong_answer
# A number that never falls loses nothing.
def remove_kdigits(num, k):
    stack = []
    for c in num:
        while k and stack and stack[-1] > c:
            stack.pop()
            k -= 1
        stack.append(c)
    return "".join(stack).lstrip("0") or "0"
