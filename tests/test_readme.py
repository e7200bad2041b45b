"""The READMEs keep what they promise: commands run, files exist, both languages say the same."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.commands import ROOT, run_afresh

READMES = ("README.md", "README.zh.md")
SHELL_BLOCK = re.compile(r"```bash\n(.*?)```", re.S)
LINK = re.compile(r"\]\(([^)#]+)\)")
WITHOUT_SERVING = re.compile(r"^mianjing (?!web)")


def shell_lines(readme: str) -> list[str]:
    text = (ROOT / readme).read_text(encoding="utf-8")
    return [line.split("#")[0].strip() for block in SHELL_BLOCK.findall(text) for line in block.splitlines()]


def commands(readme: str) -> list[str]:
    return [line for line in shell_lines(readme) if WITHOUT_SERVING.match(line)]


@pytest.mark.parametrize("command", commands("README.md"))
def test_command_runs_as_written(command: str, data_folder: Path) -> None:
    result = run_afresh(*shlex.split(command)[1:], data=data_folder)
    assert result.returncode == 0, result.stderr
    assert "Traceback" not in result.stderr


def test_both_languages_show_the_same_commands() -> None:
    assert shell_lines("README.md")[:1] == ["make run"]
    assert shell_lines("README.md") == shell_lines("README.zh.md")


@pytest.mark.parametrize("readme", READMES)
def test_make_targets_exist(readme: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", (ROOT / readme).read_text(encoding="utf-8"), re.M))
    assert named >= {"run", "test", "lint", "bench", "system"}
    assert all(re.search(rf"^{target}:", makefile, re.M) for target in named)


@pytest.mark.parametrize("document", [*READMES, "CONTRIBUTING.md"])
def test_links_and_pictures_exist(document: str) -> None:
    links = [link for link in LINK.findall((ROOT / document).read_text(encoding="utf-8")) if "://" not in link]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("readme", READMES)
def test_every_variable_of_the_environment_is_described(readme: str) -> None:
    sources = [path for package in ("bot", "sandbox") for path in (ROOT / package).rglob("*.py")]
    name = re.compile(r"\"((?:MIANJING|OPENAI)_[A-Z_]+)\"")
    read = {found for path in sources for found in name.findall(path.read_text("utf-8"))}
    described = (ROOT / readme).read_text(encoding="utf-8")
    assert read
    assert [name for name in sorted(read) if name not in described] == []


def test_ci_calls_the_readme_s_own_test_command() -> None:
    assert "make test" in (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
