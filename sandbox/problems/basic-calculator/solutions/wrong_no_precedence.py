# expect: wrong_answer
def calculate(s):
    stack, value, operator, number = [], 0, "+", None

    def apply(a, b):
        if operator == "+":
            return a + b
        if operator == "-":
            return a - b
        if operator == "*":
            return a * b
        return abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)

    for c in s.replace(" ", "") + "+":
        if c.isdigit():
            number = (number or 0) * 10 + int(c)
            continue
        if number is not None:
            value, number = apply(value, number), None
        if c == "(":
            stack.append((value, operator))
            value, operator = 0, "+"
        elif c == ")":
            number = value
            value, operator = stack.pop()
        else:
            operator = c
    return value
