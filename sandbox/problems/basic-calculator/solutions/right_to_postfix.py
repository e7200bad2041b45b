# expect: accepted
def tokens(s):
    number, previous = "", "("
    for c in s + " ":
        if c.isdigit():
            number += c
            continue
        if number:
            yield int(number)
            number, previous = "", "0"
        if c == " ":
            continue
        yield "~" if c == "-" and previous == "(" else c
        previous = c


def postfix(s):
    rank, waiting = {"+": 1, "-": 1, "~": 1, "*": 2, "/": 2}, []
    for token in tokens(s):
        if isinstance(token, int):
            yield token
        elif token == "(":
            waiting.append(token)
        elif token == ")":
            while (top := waiting.pop()) != "(":
                yield top
        else:
            while waiting and waiting[-1] != "(" and rank[waiting[-1]] >= rank[token]:
                yield waiting.pop()
            waiting.append(token)
    yield from reversed(waiting)


def calculate(s):
    stack = []
    for token in postfix(s):
        if isinstance(token, int):
            stack.append(token)
            continue
        b = stack.pop()
        if token == "~":
            stack.append(-b)
            continue
        a = stack.pop()
        if token == "/":
            q = abs(a) // abs(b)
            stack.append(q if a * b >= 0 else -q)
        else:
            stack.append(a + b if token == "+" else a - b if token == "-" else a * b)
    return stack[0]
