"""The child's side of a compiled submission: loads the library, and makes an entry of it that `driver` can call.

Runs after the process has locked itself in. Compiled code may do anything to this process, as Python code may;
what is said here is no more to be believed than a submission.
"""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Callable
from typing import Any

from sandbox import driver, wire
from sandbox.case import Case
from sandbox.chain import ListNode
from sandbox.raised import Raised, describe

_KINDS: dict[str, type[Exception]] = {
    kind.__name__: kind for kind in (IndexError, ValueError, MemoryError, TypeError, RuntimeError)
}

CRASHES = (
    ("SIGSEGV", "段错误：空指针、越界或已释放的内存 (segmentation fault: null pointer, out of bounds, freed memory)"),
    ("SIGSEGV", "栈溢出：递归太深或局部变量太大 (stack overflow: recursion too deep, or local variables too large)"),
    ("SIGFPE", "整数除以 0 或除法溢出 (integer division by zero, or its overflow)"),
    ("SIGILL", "执行到了不该到的地方：例如函数没有 return (illegal instruction: say, a function without return)"),
    ("SIGABRT", "程序中止：断言失败、下标越界检查或没有接住的异常，见打印的内容 "
     "(aborted: a failed assertion or bounds check, or an uncaught exception; see what was printed)"),
)  # fmt: skip
"""By the numbers of the enum Crash in harness/crashes.hpp."""

_PLACE = 0x7B1D_5EED_C0DE_0BAD
"""Stands in a crash report where the index of the operation will be written."""


class Library:
    """A submission as a shared object. Loading it runs its static constructors."""

    def __init__(self, path: str, result: int) -> None:
        """result: descriptor on which a crash is told. Raises OSError where it cannot be loaded, MemoryError where
        its global variables do not fit.
        """
        try:
            self._loaded = ctypes.CDLL(path)
        except OSError as error:
            said = str(error)
            if ("map segment" in said and "not permitted" not in said) or "Cannot allocate memory" in said:
                raise MemoryError("全局变量放不下 (the global variables do not fit)") from None
            raise
        self._answer = self._loaded.mianjing_answer
        self._answer.restype = ctypes.c_void_p
        self._report = self._loaded.mianjing_report_crash
        self._report.argtypes = (ctypes.c_int, ctypes.c_int, ctypes.c_char_p, ctypes.c_size_t, ctypes.c_ssize_t)
        self._result = result
        self._loaded.mianjing_watch_crashes()

    def ask(self, request: object) -> Any:
        """Raises wire.WireError where the answer is no value."""
        data = b"".join(wire.encode(request))
        size = ctypes.c_size_t()
        answer = self._answer(data, ctypes.c_size_t(len(data)), ctypes.byref(size))
        return wire.decode(ctypes.string_at(answer, size.value))

    def tell_of_crashes(self, outcome: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
        """outcome: of a case in which the exception described was raised."""
        for number, (name, text) in enumerate(CRASHES):
            described = describe(type(name, (Exception,), {})(text))
            frame = b"".join(wire.frame(outcome(described)))
            place = frame.find(_PLACE.to_bytes(8, "little"))
            self._report(self._result, number, frame, len(frame), place)


def load(job: dict[str, Any], result: int) -> Any:
    """The entry: a function, or an object that `run_case` takes. Raises OSError and MemoryError."""
    library = Library(job["library"], result)
    if job["kind"] == "class":
        return _Class(library, job["methods"])
    blank = _blank()
    library.tell_of_crashes(lambda described: {**blank, "raised": described})
    return _function(library, job["parameters"], linked=job["driver"] == "linked_list")


def run_case(entry: Any, kind: str, driver_name: str, numpy_errors: list[str], case: Any, names: Any) -> Any:
    """See `driver.run_case`."""
    if isinstance(entry, _Class):
        return {**_blank(), "ops": entry.run(case)}
    return driver.run_case(entry, kind, driver_name, numpy_errors, case, names)


def _blank() -> dict[str, Any]:
    """The outcome of a case without calls."""
    return driver.run_case(lambda: None, "function", "call", [], Case("").to_wire(), {})


def _exception(kind: str, name: str, message: str) -> Exception:
    """An exception under its C++ name."""
    made: type[Exception] = type(name, (_KINDS.get(kind, Exception),), {})
    return made(message)


def _function(library: Library, parameters: list[str], *, linked: bool) -> Callable[..., Any]:
    def entry(*args: Any, **named: Any) -> Any:
        given = [*args, *(named[name] for name in parameters[len(args) :] if name in named)]
        nodes = _nodes(given[0]) if linked else []
        if linked:
            given[0] = [node.val for node in nodes]
        match library.ask(tuple(given)):
            case ["threw", kind, name, message]:
                raise _exception(kind, name, message)
            case ["returned", value, changed]:
                for index, now in changed:
                    _change(given[index], now)
                return _relinked(nodes, *value) if linked else value
        raise wire.WireError("an answer of unknown form")

    return entry


def _change(argument: Any, now: Any) -> None:
    """Makes an argument what the C++ function made of its own copy."""
    if isinstance(argument, list):
        argument[:] = now
    elif isinstance(argument, dict):
        argument.clear()
        argument.update(now)


def _nodes(head: Any) -> list[Any]:
    nodes = []
    while head is not None:
        nodes.append(head)
        head = head.next
    return nodes


def _relinked(nodes: list[Any], indices: list[int], values: list[int]) -> Any:
    """The chain that came back, of the nodes that were given."""
    chain = [nodes[index] if index >= 0 else ListNode() for index in indices]
    for node, value in zip(chain, values, strict=True):
        node.val, node.next = value, None
    # The last node of a cycle is among those before it.
    for node, following in itertools.pairwise(chain):
        node.next = following
    return chain[0] if chain else None


def _raised(thrown: list[list[Any]]) -> dict[str, Any]:
    """Exceptions of operations, each [index, kind, name, message], as `driver.run_case` tells of them."""
    raised = Raised()
    made: dict[tuple[str, str], type[Exception]] = {}
    for index, kind, name, message in thrown:
        # One class a name: further exceptions of a class are told of by its first.
        exception = made.setdefault((kind, name), type(name, (_KINDS.get(kind, Exception),), {}))
        raised.add(index, exception(message))
    return raised.portable()


class _Class:
    """Runs operations on objects of the submission's class."""

    def __init__(self, library: Library, methods: list[list[Any]]) -> None:
        self._library = library
        self._kinds = {(name, count): kind for name, count, kind in methods}

    def run(self, case: dict[str, Any]) -> dict[str, Any]:
        """{values, raised, digests}, as `driver.run_case` has it under ops."""
        ops = case["ops"]
        sent = {"instances": wire.digest(case["instances"]), "operations": wire.digest(ops["columns"])}
        self._library.tell_of_crashes(
            lambda described: {
                **_blank(),
                "ops": {
                    "values": [[] for _ in ops["kinds"]],
                    "raised": {"at": [_PLACE], "which": [0], "described": [described]},
                    "digests": sent,
                },
            }
        )
        places = [self._kinds[name, count] for name, count in map(tuple, ops["kinds"])]
        columns: list[tuple[Any, ...]] = [([],) * count for _, count in self._kinds]
        for place, each in zip(places, ops["columns"], strict=True):
            columns[place] = tuple(each)
        request = (
            tuple(tuple(arguments) for arguments in case["instances"]),
            [places[kind] for kind in ops["kind"]],
            ops["instance"],
            tuple(columns),
        )
        match self._library.ask(request):
            case ["ran", values, raised]:
                return {
                    "values": [values[place] for place in places],
                    "raised": _raised(raised),
                    "digests": sent,
                }
            case ["threw", *thrown]:
                return {"values": [[] for _ in places], "raised": _raised([[0, *thrown]]), "digests": sent}
        raise wire.WireError("an answer of unknown form")
