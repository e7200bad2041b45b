# expect: accepted
import re


class Parser:
    def __init__(self, text):
        self.tokens = re.compile(r"\d+|[^ ]").findall(text)
        self.tokens.append("")
        self.at = 0

    def take(self, *wanted):
        token = self.tokens[self.at]
        if token and token in wanted:
            self.at += 1
            return token
        return None

    def expression(self):
        value = -self.term() if self.take("-") else self.term()
        while operator := self.take("+", "-"):
            right = self.term()
            value = value + right if operator == "+" else value - right
        return value

    def term(self):
        value = self.factor()
        while operator := self.take("*", "/"):
            right = self.factor()
            if operator == "*":
                value *= right
            else:
                quotient, rest = divmod(value, right)
                value = quotient + 1 if rest and (value < 0) != (right < 0) else quotient
        return value

    def factor(self):
        if self.take("("):
            value = self.expression()
            assert self.take(")")
            return value
        self.at += 1
        return int(self.tokens[self.at - 1])


def calculate(s: str) -> int:
    return Parser(s).expression()
