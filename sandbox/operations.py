"""Long sequences of operations on objects, as columns: 300 000 operations travel as a few packed lists.

Runs in the oracle, in the judge and in the sandboxed process, hence plain data and no dependency.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any


def packed(operations: Iterable[tuple[int, str, Sequence[Any]]]) -> dict[str, Any]:
    """{kinds, kind, instance, columns}: the different [method, number of arguments], which of them each
    operation is, the index of its instance, and for each kind its arguments, position by position.
    """
    kinds: dict[tuple[str, int], int] = {}
    columns: list[list[list[Any]]] = []
    kind: list[int] = []
    instance: list[int] = []
    for index, method, arguments in operations:
        key = (method, len(arguments))
        if key not in kinds:
            kinds[key] = len(kinds)
            columns.append([[] for _ in arguments])
        kind.append(kinds[key])
        instance.append(index)
        for column, argument in zip(columns[kinds[key]], arguments, strict=True):
            column.append(argument)
    return {"kinds": [list(key) for key in kinds], "kind": kind, "instance": instance, "columns": columns}


def unpacked(ops: dict[str, Any]) -> Iterator[tuple[int, str, tuple[Any, ...]]]:
    """The operations again, in order: (instance, method, arguments)."""
    rows = [zip(*columns, strict=True) if columns else None for columns in ops["columns"]]
    for kind, instance in zip(ops["kind"], ops["instance"], strict=True):
        row = rows[kind]
        yield instance, ops["kinds"][kind][0], () if row is None else next(row)
