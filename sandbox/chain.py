"""Linked lists as arguments: a chain of nodes goes in, and what comes back is told apart node by node.

Runs in the oracle and in the sandboxed process.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from sandbox.values import named, portable

# The submission may replace what the module builtins holds; functions of this one keep what they found at first.
globals()["__builtins__"] = vars(builtins).copy()


class ListNode:
    """A node of a singly linked list; put into the candidate's module where the driver is linked_list."""

    def __init__(self, val: Any = 0, next: Any = None) -> None:  # noqa: A002
        self.val = val
        self.next = next


# What a node really holds, whatever properties the submission gives to the class.
_held_by_node = vars(ListNode)["__dict__"].__get__
_held = dict.get
_MISSING = object()


def run_on_chain(function: Callable[..., Any], arguments: Any, record: dict[str, Any]) -> Any:
    """Calls the function with argument 0 as a chain, and returns the node that it returned.

    record: gets {indices, values} as its value: for each node along the returned chain the index that it had in the
    chain that was given, or -1, and what it holds. Raises what the function raises, and AttributeError for a chain of
    something else than nodes.
    """
    (name, values), *others = named(arguments)
    nodes = [ListNode(value) for value in values]
    for node, following in pairwise(nodes):
        node.next = following
    positions = {id(node): index for index, node in enumerate(nodes)}
    head = nodes[0] if nodes else None
    if isinstance(arguments, dict):
        current = function(**{name: head, **dict(others)})
    else:
        current = function(head, *(value for _, value in others))
    returned = current
    indices: list[int] = []
    kept: list[Any] = []
    # One node more than were given is enough to know that the chain is too long or has a cycle.
    while current is not None and len(indices) <= len(nodes):
        indices.append(positions.get(id(current), -1) if type(current) is ListNode else -1)
        kept.append(portable(_field(current, "val")))
        current = _field(current, "next")
    record["value"] = {"indices": indices, "values": kept}
    return returned


def _field(node: Any, name: str) -> Any:
    # A node of the submission's own class counts as none of those that were given, and may do as it likes.
    if type(node) is not ListNode:
        return getattr(node, name)
    value = _held(_held_by_node(node), name, _MISSING)
    if value is _MISSING:
        raise AttributeError(f"'ListNode' object has no attribute '{name}'")
    return value
