# expect: time_limit
# Finds the rest of the expression afresh for each operator.
def calculate(s):
    s = s.replace(" ", "")
    depth, split = 0, None
    for i in range(len(s) - 1, -1, -1):
        if s[i] == ")":
            depth += 1
        elif s[i] == "(":
            depth -= 1
        elif depth == 0 and s[i] in "+-" and i > 0:
            left, total = s[:i], []
            while True:
                total.append((s[i], calculate(s[i + 1 :])))
                s, depth, found = s[:i], 0, -1
                for j, c in enumerate(s):
                    depth += (c == "(") - (c == ")")
                    if depth == 0 and c in "+-" and j > 0:
                        found = j
                if found < 0:
                    value = calculate(s)
                    return value + sum(v if o == "+" else -v for o, v in total)
                i = found
        elif depth == 0 and s[i] in "*/" and split is None:
            split = i
    if s[0] == "-":
        return -calculate(s[1:])
    if split is not None:
        a, b = calculate(s[:split]), calculate(s[split + 1 :])
        if s[split] == "*":
            return a * b
        return abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)
    return calculate(s[1:-1]) if s[0] == "(" else int(s)
