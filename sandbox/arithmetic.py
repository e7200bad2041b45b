"""Arithmetic expressions in data files, read through the syntax tree; nothing is ever run as Python.

Numbers, names, + - * / // % **, comparisons, and min, max, ceil, floor, sqrt: anything else is refused.
"""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable, Iterator, Mapping, Set
from functools import lru_cache
from typing import Any

Number = int | float

_LARGEST_EXPONENT = 64


def _power(base: Number, exponent: Number) -> Number:
    if not -_LARGEST_EXPONENT <= exponent <= _LARGEST_EXPONENT:
        raise ArithmeticError(f"exponent {exponent} is beyond {_LARGEST_EXPONENT}")
    value: Number = base**exponent
    return value


_OPERATORS: dict[type[ast.AST], Callable[..., Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Pow: _power,
    ast.UAdd: operator.pos,
    ast.USub: operator.neg,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}
_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "min": min,
    "max": max,
    "ceil": math.ceil,
    "floor": math.floor,
    "sqrt": math.sqrt,
}


@lru_cache(maxsize=256)
def _tree(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def check(text: str, names: Set[str], key: str) -> None:
    """Raises ValueError naming the key, the expression, and what in it is not allowed or not known."""
    try:
        tree = _tree(text)
    except SyntaxError as error:
        raise ValueError(f"{key}: {text!r} is no expression: {error.msg}") from error
    for problem in _problems(tree, names):
        raise ValueError(f"{key}: {text!r}: {problem}")


def _problems(node: ast.expr, names: Set[str]) -> Iterator[str]:
    match node:
        case ast.Constant(value=value) if type(value) in (int, float):
            return
        case ast.Name(id=name):
            if name not in names:
                yield f"no such name: {name}"
        case ast.BinOp(left=left, op=op, right=right):
            if type(op) not in _OPERATORS:
                yield f"{type(op).__name__} is not allowed"
            yield from (*_problems(left, names), *_problems(right, names))
        case ast.UnaryOp(op=ast.UAdd() | ast.USub(), operand=operand):
            yield from _problems(operand, names)
        case ast.Compare(left=left, ops=ops, comparators=comparators):
            if any(type(op) not in _OPERATORS for op in ops):
                yield "only < <= > >= == != compare"
            for part in (left, *comparators):
                yield from _problems(part, names)
        case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]) if name in _FUNCTIONS:
            for argument in arguments:
                yield from _problems(argument, names)
        case _:
            yield f"only numbers, names, + - * / // % **, comparisons and {', '.join(_FUNCTIONS)} are allowed"


def evaluate(text: str, values: Mapping[str, Number]) -> Number:
    """The value of an expression that `check` has accepted; comparisons are 1 or 0, whole floats are ints.

    Raises ArithmeticError or ValueError where these values have no result.
    """
    number = _value(_tree(text), values)
    return int(number) if isinstance(number, float) and number.is_integer() else number


def _value(node: ast.expr, values: Mapping[str, Number]) -> Number:
    match node:
        case ast.Constant(value=int() | float() as number):
            return number
        case ast.Name(id=name):
            return values[name]
        case ast.BinOp(left=left, op=op, right=right):
            result: Number = _OPERATORS[type(op)](_value(left, values), _value(right, values))
            return result
        case ast.UnaryOp(op=op, operand=operand):
            signed: Number = _OPERATORS[type(op)](_value(operand, values))
            return signed
        case ast.Compare(left=left, ops=ops, comparators=comparators):
            parts = [_value(part, values) for part in (left, *comparators)]
            pairs = zip(ops, parts, parts[1:], strict=False)
            return int(all(_OPERATORS[type(op)](first, second) for op, first, second in pairs))
        case ast.Call(func=ast.Name(id=name), args=arguments):
            called: Number = _FUNCTIONS[name](*(_value(argument, values) for argument in arguments))
            return called
    raise ValueError(f"not an accepted expression: {ast.dump(node)[:80]}")
