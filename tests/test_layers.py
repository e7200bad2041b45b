"""The direction of imports: `app → bot → {corpus, rubrics, sandbox}`, and nothing back."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OURS = ("app", "bot", "corpus", "rubrics", "sandbox")
MAY_IMPORT = {
    "app": {"bot"},
    "bot": {"bot", "corpus", "rubrics", "sandbox"},
    "corpus": {"corpus"},
    "rubrics": {"rubrics"},
    "sandbox": {"sandbox"},
}
NOT_BELOW = {
    # Words a step, scores an answer, holds data: none of them knows the interview that uses it.
    "bot/interviewers": ("bot.interview", "bot.services", "bot.cli", "bot.pages", "bot.store"),
    "bot/scorers": ("bot.interview", "bot.services", "bot.cli", "bot.pages", "bot.store", "bot.agenda"),
    "bot/llm": ("bot.interview", "bot.services", "bot.cli", "bot.pages", "bot.store", "bot.agenda"),
    "bot/agenda.py": ("bot.interview", "bot.services", "bot.store", "bot.persona", "bot.plan", "bot.scorers"),
    "bot/schema.py": tuple(f"bot.{name}" for name in ("agenda", "interview", "services", "store", "persona")),
    "bot/planned.py": tuple(f"bot.{name}" for name in ("schema", "agenda", "interview", "services", "store", "plan")),
}
HEAVY = ("torch", "openai", "langchain_openai", "chromadb", "pypdf", "reportlab", "docx")
"""Modules that cost a second or more, or memory, and are needed by few."""


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None and node.level == 0:
            yield node.module


def modules_of(package: str) -> list[Path]:
    if package == "app":
        return [ROOT / "app.py"]
    found = (ROOT / package).rglob("*.py")
    return [path for path in found if "problems" not in path.relative_to(ROOT).parts]


@pytest.mark.parametrize("package", OURS)
def test_packages_import_only_downwards(package: str) -> None:
    modules = modules_of(package)
    assert modules
    wrong = {
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules
        for name in imports_of(path)
        if name.split(".")[0] in OURS and name.split(".")[0] not in MAY_IMPORT[package]
    }
    assert not wrong


@pytest.mark.parametrize("place", NOT_BELOW)
def test_parts_of_the_bot_do_not_reach_up(place: str) -> None:
    path = ROOT / place
    modules = [path] if path.is_file() else list(path.rglob("*.py"))
    assert modules
    wrong = {
        f"{module.relative_to(ROOT)} imports {name}"
        for module in modules
        for name in imports_of(module)
        if name in NOT_BELOW[place] or name.startswith(tuple(f"{above}." for above in NOT_BELOW[place]))
    }
    assert not wrong


def test_relative_imports_are_not_used() -> None:
    relative = [
        str(path.relative_to(ROOT))
        for package in OURS
        for path in modules_of(package)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert not relative


@pytest.mark.parametrize("module", ["bot.cli", "bot.services", "bot.interview", "bot.pages.site"])
def test_importing_a_module_loads_nothing_heavy(module: str) -> None:
    program = f"import sys, {module}; print([name for name in {HEAVY!r} if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
