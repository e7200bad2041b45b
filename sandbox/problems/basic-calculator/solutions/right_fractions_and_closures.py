# expect: accepted
# Reads from an iterator; a closing parenthesis ends the inner call.
from fractions import Fraction
from math import trunc


def calculate(s):
    characters = iter(s.replace(" ", "") + ")")

    def inside():
        total, product, sign, operator, number = 0, None, 1, "*", None
        for c in characters:
            if c.isdigit():
                number = (number or 0) * 10 + ord(c) - 48
                continue
            if c == "(":
                number = inside()
                continue
            if number is not None:
                if product is None:
                    product = number
                elif operator == "*":
                    product *= number
                else:
                    product = trunc(Fraction(product, number))
            number = None
            if c in "*/":
                operator = c
                continue
            total += sign * (product or 0)
            product, operator = None, "*"
            if c == ")":
                return total
            sign = 1 if c == "+" else -1

    return inside()
