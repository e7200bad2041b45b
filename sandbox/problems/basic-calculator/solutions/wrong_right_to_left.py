# expect: wrong_answer
# Operators of the same rank wait for each other.
import re


def calculate(s):
    rank, values, operators, before = {"+": 1, "-": 1, "*": 2, "/": 2}, [], [], "("

    def apply():
        o, b, a = operators.pop(), values.pop(), values.pop()
        q = abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1) if o == "/" else 0
        values.append({"+": a + b, "-": a - b, "*": a * b, "/": q}[o])

    for t in re.findall(r"\d+|[-+*/()]", s):
        if t.isdigit():
            values.append(int(t))
        elif t == "(":
            operators.append(t)
        elif t == ")":
            while operators[-1] != "(":
                apply()
            operators.pop()
        else:
            if t == "-" and before == "(":
                values.append(0)
            while operators and operators[-1] != "(" and rank[operators[-1]] > rank[t]:
                apply()
            operators.append(t)
        before = t
    while operators:
        apply()
    return values[0]
