"""Runs `mianjing` as users do: a process of its own, JSON on its standard output.

Most tests fork that process from a server that has imported the program, because the imports take longer than most
commands; how the program starts is the business of the README's commands, which start afresh.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
SECONDS = 240
_SERVER = multiprocessing.get_context("forkserver")
_SERVER.set_forkserver_preload(["tests.loaded"])


def run(*arguments: str | Path, data: Path, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    """One command on a data folder."""
    command = ["mianjing", *map(str, arguments)]
    environment = {**os.environ, "MIANJING_DATA": str(data)}
    with tempfile.TemporaryDirectory() as name:
        streams = [Path(name) / stream for stream in ("stdin", "stdout", "stderr")]
        streams[0].write_text(stdin or "", encoding="utf-8")
        process = _SERVER.Process(target=_command, args=(command, environment, [str(path) for path in streams]))
        process.start()
        process.join(SECONDS)
        if process.exitcode is None:
            process.kill()
            raise subprocess.TimeoutExpired(command, SECONDS)
        stdout, stderr = (path.read_text(encoding="utf-8") for path in streams[1:])
        return subprocess.CompletedProcess(command, process.exitcode, stdout, stderr)


def _command(arguments: list[str], environment: dict[str, str], streams: list[str]) -> None:
    for descriptor, path in enumerate(streams):
        opened = os.open(path, os.O_RDWR | os.O_CREAT)
        os.dup2(opened, descriptor)
        os.close(opened)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(ROOT)
    sys.argv = arguments
    for name, descriptor in (("stdin", 0), ("stdout", 1), ("stderr", 2)):
        mode = "r" if descriptor == 0 else "w"
        setattr(sys, name, open(descriptor, mode, encoding="utf-8", closefd=False))  # noqa: SIM115
    from bot.cli import main

    main()


def run_afresh(*arguments: str | Path, data: Path) -> subprocess.CompletedProcess[str]:
    """One command in a new interpreter."""
    return subprocess.run(
        [sys.executable, "-m", "bot.cli", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "MIANJING_DATA": str(data), "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )


def run_json(*arguments: str | Path, data: Path) -> Any:
    """The JSON document that a command prints; it must succeed and print nothing else."""
    result = run(*arguments, "--json", data=data)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)
