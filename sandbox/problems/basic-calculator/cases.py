"""Each rule by itself, random expressions by the grammar with the values kept in range, long chains, deep nesting."""

from random import Random

from sandbox.case import Call, Case

LARGEST = 100_000
IN_RANGE = 2**62


def truncated(a, b):
    return abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)


class Expressions:
    """Random expressions together with their values, so that nothing overflows and nothing is divided by zero."""

    def __init__(self, rng, largest, *, spaces, parentheses=0.3, minus=0.3):
        self.rng, self.largest, self.minus = rng, largest, minus
        self.spaces, self.parentheses = spaces, parentheses

    def gap(self):
        return " " * self.rng.randint(1, 2) if self.rng.random() < self.spaces else ""

    def below(self, number):
        return int(self.rng.random() * number)

    def sum(self, depth, terms=4):
        sign = -1 if self.rng.random() < self.minus else 1
        # -a*b/c is minus (a*b/c) for some and (-a)*b/c for others; toward zero both give the same.
        text, value = self.product(depth)
        text, value = ("-" + self.gap() if sign < 0 else "") + text, sign * value
        for _ in range(self.below(terms)):
            following, term = self.product(depth)
            operator, result = ("+", value + term) if self.below(2) else ("-", value - term)
            if abs(result) < IN_RANGE:
                text, value = f"{text}{self.gap()}{operator}{self.gap()}{following}", result
        return text, value

    def product(self, depth, factors=3):
        text, value = self.factor(depth)
        for _ in range(self.below(factors)):
            following, factor = self.factor(depth)
            if factor != 0 and self.below(2):
                operator, result = "/", truncated(value, factor)
            else:
                operator, result = "*", value * factor
            if abs(result) < IN_RANGE:
                text, value = f"{text}{self.gap()}{operator}{self.gap()}{following}", result
        return text, value

    def factor(self, depth):
        if depth > 0 and self.rng.random() < self.parentheses:
            text, value = self.sum(depth - 1)
            return f"({self.gap()}{text}{self.gap()})", value
        number = self.below(self.largest + 1)
        return str(number), number

    def whole(self, depth):
        return self.gap() + self.sum(depth)[0] + self.gap()

    def chain(self, length, parts):
        """A long sum of products, or of whatever parts() gives."""
        texts, size, value = [], 0, 0
        while True:
            text, term = parts()
            if size + len(text) + 1 > length:
                return "".join(texts)
            # Of a sum and a difference of two numbers in range one is in range.
            results = [item for item in (("+", value + term), ("-", value - term)) if abs(item[1]) < IN_RANGE]
            operator, value = self.rng.choice(results)
            texts += [operator if texts or operator == "-" else "", text]
            size += len(text) + 1


def nested(rng, depth):
    """depth pairs of parentheses around a number, with unary minus and a small step at each."""
    text, value = "1", 1
    for _ in range(depth):
        step = rng.randint(1, 9)
        if rng.random() < 0.5:
            text, value = f"(-{text}+{step})", step - value
        elif rng.random() < 0.5:
            text, value = f"({step}-{text})", step - value
        else:
            text, value = f"({text})", value
    return text, value


def cases(rng):
    def each(*texts):
        return tuple(Call([text]) for text in texts)

    yield Case("one number", each("0", "7", " 42 ", "2147483648", "9223372036854775807"))
    yield Case("one operator", each("3+4", "3-4", "3*4", "9/4", "10+20", "0-5", "0*8", "0/3"))
    yield Case(
        "from left to right", each("10-4-3", "100/10/2", "8/3*3", "2*7/4", "7/4*2", "1-2+3-4", "5-8/3/2", "20-3*2-1")
    )
    yield Case("precedence", each("2+3*4", "2*3+4", "10-6/4", "14-3/2", "1+2*3-4/2", "3+5/2", "6/3+8*2-1", "2-3*4+5"))
    yield Case(
        "toward zero",
        each("(0-7)/2", "-7/2", "7/(-2)", "(-7)/(-2)", "(1-8)/4", "-1/2", "1/(-2)", "(2-9)/(1-4)", "0-7/2"),
    )
    yield Case(
        "minus in front", each("-3", "-3+2", "-2*3", "-(2)", "(-(2))", "-(-(-5))", "1-(-2)", "2*(-3)", "-(2+3)*4", "-0")
    )
    yield Case(
        "minus and spaces", each(" - 3 + 2", "  -5", "( - 5 )", "(  -(  - 2 ) )", "1 - ( - 2 )", "- ( 1 + 2 ) * 3")
    )
    yield Case("minus behind parentheses", each("(3)-4", "(1+2)-(3-4)-5", "6-(4-(3-1))", "((2)-1)-(0-1)", "(5)-(-5)"))
    yield Case(
        "spaces", each("1  +  1", "12 + 34", " 1 ", "( 1+2 )*  3", "3 /2 ", " 100 - 1 ", "2* ( 3 )", " ( ( 7 ) ) ")
    )
    yield Case("more than one digit", each("123+456*7", "1000000007*9", "10*10*10-999", "365/24*60", "90-(12+34)*56"))
    yield Case(
        "parentheses",
        each("(1+2)*3", "3*(1+2)", "(1+(4+5+2)-3)+(6+8)", "2*(3+(4-1)*(2-5))", "((((5))))", "(2)*(3)", "10/(3-1)"),
    )
    yield Case(
        "products of parentheses",
        each("(1+2)/(3-5)*7", "8/(2*(1+1))", "(7-9)*(3/2)/(0-1)", "2*(3)*4/(5)*6", "(6)/(4)*(2)"),
    )
    exact = int(rng.integers(10**15, 9 * 10**15)) * 1000 + 999
    yield Case(
        "beyond what floats tell apart",
        each(
            f"{exact}/3",
            f"-{exact}/7",
            f"{exact}/1",
            f"9007199254740993/1-{2**53}",
            f"(0-{10**15 - 1})*9000/{10**15}",
            "999999999999999*9000-1",
        ),
    )
    # A hundred thousand draws: numpy's generator takes ten times as long for single numbers.
    rng = Random(int(rng.integers(2**32)))
    small = Expressions(rng, 12, spaces=0.0)
    spaced = Expressions(rng, 30, spaces=0.4, parentheses=0.45, minus=0.5)
    big = Expressions(rng, 10**15, spaces=0.1)
    flat = Expressions(rng, 20, spaces=0.0, minus=0.0)
    yield Case("40 expressions without parentheses", each(*(flat.whole(0) for _ in range(40))))
    yield Case("60 expressions", each(*(small.whole(3) for _ in range(60))))
    yield Case("60 expressions with spaces", each(*(spaced.whole(4) for _ in range(60))))
    yield Case("30 expressions with large numbers", each(*(big.whole(3) for _ in range(30))))

    flat = Expressions(rng, 99, spaces=0.0, minus=0.0)
    chain = flat.chain(LARGEST, lambda: flat.product(0, factors=6))
    yield Case.of("large, without parentheses", chain, size=f"{len(chain)} characters")
    products = "1" + "*3/2" * (LARGEST // 4 - 1)
    yield Case.of("large, one product", products, size=f"{len(products)} characters")
    deep = flat.chain(LARGEST, lambda: nested(rng, 100))
    yield Case.of("large, nested 100 deep", deep, size=f"{len(deep)} characters, 100 deep")
    wide = big.chain(LARGEST, lambda: big.factor(1))
    yield Case.of("large, long numbers", wide, size=f"{len(wide)} characters")
