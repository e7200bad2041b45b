# expect: runtime_error
# Calculator II only.
def calculate(s):
    stack, number, operator = [], 0, "+"
    for i, c in enumerate(s):
        if c.isdigit():
            number = number * 10 + int(c)
        if (not c.isdigit() and c != " ") or i == len(s) - 1:
            if operator == "+":
                stack.append(number)
            elif operator == "-":
                stack.append(-number)
            elif operator == "*":
                stack.append(stack.pop() * number)
            else:
                top = stack.pop()
                stack.append(abs(top) // number * (1 if top >= 0 else -1))
            number, operator = 0, c
    return sum(stack)
