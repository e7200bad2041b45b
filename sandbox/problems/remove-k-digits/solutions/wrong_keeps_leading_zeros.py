# expect: wrong_answer
def remove_kdigits(num, k):
    stack = []
    for c in num:
        while k and stack and stack[-1] > c:
            stack.pop()
            k -= 1
        stack.append(c)
    return "".join(stack[: len(stack) - k]) or "0"
