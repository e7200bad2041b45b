# expect: wrong_answer
# stack[:-k] is empty for k = 0.
def remove_kdigits(num, k):
    stack = []
    for c in num:
        while k and stack and stack[-1] > c:
            stack.pop()
            k -= 1
        stack.append(c)
    return "".join(stack[:-k]).lstrip("0") or "0"
