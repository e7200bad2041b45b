# expect: accepted
def calculate(s):
    outer, terms, operator, number = [], [], "+", 0

    def push(value):
        if operator == "+":
            terms.append(value)
        elif operator == "-":
            terms.append(-value)
        elif operator == "*":
            terms[-1] *= value
        else:
            top = terms[-1]
            terms[-1] = -(-top // value) if top < 0 < value else -(top // -value) if value < 0 < top else top // value

    digits = False
    for c in s + "+":
        if c == " ":
            continue
        if c.isdigit():
            number, digits = number * 10 + int(c), True
        elif c == "(":
            outer.append((terms, operator))
            terms, operator = [], "+"
        elif c == ")":
            if digits:
                push(number)
                number, digits = 0, False
            inner = sum(terms)
            terms, operator = outer.pop()
            push(inner)
            operator = None
        else:
            if digits:
                push(number)
                number, digits = 0, False
            operator = c
    return sum(terms)
