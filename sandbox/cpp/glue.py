"""The last lines of a compiled submission: what joins its entry to the harness."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox.problem import Problem

GLUE, SUBMISSION = "glue.cpp", "solution.cpp"

_EXPORTED = 'extern "C" __attribute__((visibility("default"))) const char* mianjing_answer(\n'
_PARAMETERS = "    const unsigned char* request, std::size_t size, std::size_t* answer_size) {\n"
_BEGIN = "    return mianjing::answered(request, size, answer_size, [](auto& reader, auto& writer) {\n"
_END = "    });\n}\n"


def glue(problem: Problem) -> str:
    """C++ text that includes the submission and exports its entry. problem: one with `cpp`."""
    answer = _class(problem) if problem.kind == "class" else _function(problem)
    return f'#include "{SUBMISSION}"\n{_EXPORTED}{_PARAMETERS}{_BEGIN}{answer}{_END}'


def parameters(signature: str) -> list[str]:
    """Names of the parameters in a Python signature, in order."""
    tree = ast.parse(signature.rstrip().removesuffix(":") + ": ...").body[0]
    assert isinstance(tree, ast.FunctionDef)
    return [argument.arg for argument in (*tree.args.args, *tree.args.kwonlyargs)]


def method_kinds(problem: Problem) -> dict[tuple[str, int], int]:
    """The place of each [method, number of arguments] in the table that `glue` writes."""
    assert problem.cpp is not None
    kinds: dict[tuple[str, int], int] = {}
    for name, method in problem.cpp.methods.items():
        least = len(method.takes) if method.least is None else method.least
        for count in range(least, len(method.takes) + 1):
            kinds[name, count] = len(kinds)
    return kinds


def _function(problem: Problem) -> str:
    answer = "answer_list_call" if problem.driver == "linked_list" else "answer_call"
    count = len(parameters(problem.signature))
    return f"        mianjing::{answer}<{count}>(&::{problem.entry}, reader, writer);\n"


def _class(problem: Problem) -> str:
    assert problem.cpp is not None
    entry = f"::{problem.entry}"
    lines = [f"        std::vector<std::unique_ptr<mianjing::Operation<{entry}>>> operations;\n"]
    for name, count in method_kinds(problem):
        method = problem.cpp.methods[name]
        types = ", ".join((entry, *method.takes[:count]))
        lines.append(
            f"        operations.push_back(mianjing::method<{types}>("
            f"[]({entry}& object, auto&... given) -> decltype(auto) {{ return object.{method.call}(given...); }}));\n"
        )
    build = ", ".join((entry, *problem.cpp.init))
    answer = f"mianjing::answer_operations<{entry}>(reader, writer, mianjing::built<{build}>, std::move(operations))"
    return "".join((*lines, f"        {answer};\n"))
