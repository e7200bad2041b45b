"""A model file instead of an endpoint: a llama.cpp server of our own, on loopback only."""

from __future__ import annotations

import contextlib
import importlib.util
import json
import secrets
import subprocess
import sys
import threading
from pathlib import Path
from typing import NamedTuple

from bot.errors import EndpointError

SERVER = Path(__file__).with_name("model_server.py")
MAGIC = b"GGUF"
LOADING_SECONDS = 20.0
"""How long a turn waits for the model; a large one that takes longer goes on loading behind the next turns."""


class Served(NamedTuple):
    """Where a model answers, and the key that it wants."""

    base_url: str
    key: str


class ModelFile:
    """One GGUF file, served from the first use on. Thread-safe.

    Args:
        file: A model in llama.cpp's format.
        patience: Seconds to wait for a model that is being loaded.
    """

    def __init__(self, file: Path, patience: float = LOADING_SECONDS) -> None:
        self.file = file
        self.patience = patience
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._key = ""
        self._said = threading.Event()
        self._line: dict[str, str] = {}

    def start(self) -> None:
        """Begins to load the model; returns at once.

        Raises:
            EndpointError: the file or the program that serves it is not there.
        """
        with self._lock:
            if self._process is not None and self._process.poll() is None:
                return
            self._stop()
            self._check()
            self._key, self._said, self._line = secrets.token_urlsafe(24), threading.Event(), {}
            self._process = subprocess.Popen(
                [sys.executable, str(SERVER), str(self.file.absolute())],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8",
            )  # fmt: skip
            threading.Thread(
                target=_listen, args=(self._process, self._key, self._said, self._line), name="model-file", daemon=True
            ).start()

    def served(self) -> Served:
        """Where the model answers; starts it where that has not happened.

        Raises:
            EndpointError: it is still being loaded, or cannot be; the message says which.
        """
        self.start()
        said, line, key = self._said, self._line, self._key
        if not said.wait(self.patience):
            raise EndpointError(f"模型还在载入 (the model is still being loaded): {self.file.name}", retry=False)
        if "address" not in line:
            why = line.get("error", "llama.cpp crashed")
            raise EndpointError(f"载入不了模型文件 (the model file cannot be loaded): {self.file}: {why}", retry=False)
        return Served(f"{line['address']}/v1", key)

    def close(self) -> None:
        """Ends the server. The next use starts it anew."""
        with self._lock:
            self._stop()

    def _check(self) -> None:
        if importlib.util.find_spec("xllamacpp") is None:
            raise EndpointError(
                "没有装模型文件的运行库 (the library for model files is missing): pip install 'mianjing[gguf]'",
                retry=False,
            )
        try:
            with self.file.open("rb") as opened:
                magic = opened.read(len(MAGIC))
        except OSError as error:
            raise EndpointError(
                f"读不了模型文件 (the model file cannot be read): {self.file}: {error.strerror}", retry=False
            ) from error
        if magic != MAGIC:
            raise EndpointError(f"不是 GGUF 模型文件 (no GGUF model file): {self.file}", retry=False)

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()


def _listen(process: subprocess.Popen[str], key: str, said: threading.Event, line: dict[str, str]) -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    with contextlib.suppress(OSError, ValueError):
        process.stdin.write(f"{key}\n")
        process.stdin.flush()
        told = process.stdout.readline()
        line.update(json.loads(told) if told else {})
    said.set()
