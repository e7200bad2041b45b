"""Runs `mianjing` as users do: a process of its own, JSON on its standard output."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent


def run(*arguments: str | Path, data: Path, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    """One command on a data folder."""
    return subprocess.run(
        [sys.executable, "-m", "bot.cli", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "MIANJING_DATA": str(data), "PYTHONPATH": str(ROOT)},
        input=stdin,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


def run_json(*arguments: str | Path, data: Path) -> Any:
    """The JSON document that a command prints; it must succeed and print nothing else."""
    result = run(*arguments, "--json", data=data)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)
