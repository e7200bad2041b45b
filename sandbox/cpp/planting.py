"""Hands a compiled submission to its child, in the one folder that children can read."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sandbox.assess import Finding
from sandbox.cpp.glue import method_kinds, parameters
from sandbox.problem import Problem
from sandbox.trees import Place

_IN_CPP = {"ValueError": "std::invalid_argument", "IndexError": "std::out_of_range"}


@contextlib.contextmanager
def planted(problem: Problem, library: bytes, place: Place) -> Iterator[dict[str, Any]]:
    """What the child's job needs in addition (see `native.load`). The file is gone afterwards; a child that has loaded
    it needs it no more.
    """
    folder, file = secrets.token_hex(8), f"{secrets.token_hex(16)}.so"
    outside = place.outside / folder
    outside.mkdir()
    try:
        (outside / file).write_bytes(library)
        os.chmod(outside / file, 0o444)
        # Without the right to list it: only the child that is told the name can open it.
        os.chmod(outside, 0o311)  # noqa: S103
        methods = [[*key, kind] for key, kind in method_kinds(problem).items()]
        names = parameters(problem.signature) if problem.kind == "function" else []
        yield {"library": f"{place.inside}/{folder}/{file}", "parameters": names, "methods": methods}
    finally:
        # The fork server may have died, and its folder be gone.
        with contextlib.suppress(OSError):
            (outside / file).unlink(missing_ok=True)
            outside.rmdir()


def in_cpp_words(finding: Finding) -> Finding:
    """A finding that names the C++ exception beside the Python one."""
    kind = finding.details.get("kind")
    if kind not in _IN_CPP:
        return finding
    return replace(finding, details={**finding.details, "kind": f"{_IN_CPP[kind]} ({kind})"})
