"""Arithmetic expressions in data files, read through the syntax tree; nothing is ever run as Python.

Numbers, names, + - * / // % **, comparisons, min, max, ceil, floor, sqrt, exp, log, and lists: `[a for i in range(n)]`,
`x[i]`, `len`, `sum`, `prod`. Anything else is refused.
"""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable, Iterator, Mapping, Set
from functools import lru_cache
from typing import Any

Number = int | float
Value = Number | tuple["Value", ...]
"""A number, or a list of values."""

_LARGEST_EXPONENT = 64
_LARGEST_BITS = 4096
"""Powers of powers of whole numbers would fill the memory."""
_LONGEST_RANGE = 1000


def _power(base: Number, exponent: Number) -> Number:
    if not -_LARGEST_EXPONENT <= exponent <= _LARGEST_EXPONENT:
        raise ArithmeticError(f"exponent {exponent} is beyond {_LARGEST_EXPONENT}")
    if isinstance(base, int) and base.bit_length() * exponent > _LARGEST_BITS:
        raise ArithmeticError(f"{exponent} is too large an exponent for so large a number")
    value: Number = base**exponent
    if isinstance(value, complex):
        raise ArithmeticError(f"{base} to the power of {exponent} is no real number")
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
    "exp": math.exp,
    "log": math.log,
    "len": len,
    "sum": sum,
    "prod": math.prod,
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
        case ast.Subscript(value=listed, slice=index):
            yield from (*_problems(listed, names), *_problems(index, names))
        case ast.ListComp(elt=item, generators=[generator]) if (counted := _counting(generator)) is not None:
            name, stop = counted
            if name in names:
                yield f"there is already a value named {name}"
            yield from (*_problems(stop, names), *_problems(item, {*names, name}))
        case _:
            yield (
                "only numbers, names, + - * / // % **, comparisons, x[i], [a for i in range(n)] and "
                f"{', '.join(_FUNCTIONS)} are allowed"
            )


def _counting(generator: ast.comprehension) -> tuple[str, ast.expr] | None:
    """Name and end of `for name in range(end)`; None for any other form."""
    match generator:
        case ast.comprehension(
            target=ast.Name(id=name),
            iter=ast.Call(func=ast.Name(id="range"), args=[stop], keywords=[]),
            ifs=[],
            is_async=0,
        ):
            return name, stop
    return None


def evaluate(text: str, values: Mapping[str, Value]) -> Value:
    """The value of an expression that `check` has accepted; comparisons are 1 or 0, whole floats are ints.

    Raises ArithmeticError or ValueError where these values have no result.
    """
    try:
        value = _value(_tree(text), values)
    except (TypeError, LookupError) as error:
        raise ValueError(f"{text!r}: {error}") from error
    return int(value) if isinstance(value, float) and value.is_integer() else value


def number(text: str, values: Mapping[str, Value]) -> Number:
    """`evaluate` for what must be a number. Raises ValueError where it is a list, too."""
    value = evaluate(text, values)
    if isinstance(value, tuple):
        raise ValueError(f"{text!r} is a list, not a number")
    return value


def _value(node: ast.expr, values: Mapping[str, Value]) -> Value:
    match node:
        case ast.Constant(value=int() | float() as constant):
            return constant
        case ast.Name(id=name):
            return values[name]
        case ast.BinOp(left=left, op=op, right=right):
            result: Number = _OPERATORS[type(op)](_operand(left, values), _operand(right, values))
            return result
        case ast.UnaryOp(op=op, operand=operand):
            signed: Number = _OPERATORS[type(op)](_operand(operand, values))
            return signed
        case ast.Compare(left=left, ops=ops, comparators=comparators):
            parts = [_operand(part, values) for part in (left, *comparators)]
            pairs = zip(ops, parts, parts[1:], strict=False)
            return int(all(_OPERATORS[type(op)](first, second) for op, first, second in pairs))
        case ast.Call(func=ast.Name(id=name), args=arguments):
            called: Number = _FUNCTIONS[name](*(_value(argument, values) for argument in arguments))
            return called
        case ast.Subscript(value=listed, slice=index):
            items: Any = _value(listed, values)
            item: Value = items[_value(index, values)]
            return item
        case ast.ListComp(elt=element, generators=[generator]) if (counted := _counting(generator)) is not None:
            name, stop = counted
            end = _operand(stop, values)
            if not isinstance(end, int) or end > _LONGEST_RANGE:
                raise ArithmeticError(f"range({end}): must be a whole number of at most {_LONGEST_RANGE}")
            return tuple(_value(element, {**values, name: i}) for i in range(end))
    raise ValueError(f"not an accepted expression: {ast.dump(node)[:80]}")


def _operand(node: ast.expr, values: Mapping[str, Value]) -> Number:
    value = _value(node, values)
    if isinstance(value, tuple):
        raise TypeError("a list stands where a number belongs")
    return value
