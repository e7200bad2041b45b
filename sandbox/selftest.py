"""A submission that a fork server's first child runs: it tries to get out, and says what it managed to do.

Never imported; its source is read as text.
"""

import os
import socket
from collections.abc import Callable


def _fork() -> None:
    if os.fork() == 0:
        os._exit(0)


def escapes(canary: str) -> list[str]:
    """Names of the things that should have been impossible. canary: path of a file out of reach."""
    attempts: dict[str, Callable[[], None]] = {
        "read": lambda: open(canary, "rb").close(),
        "write": lambda: os.close(os.open("mianjing-self-test", os.O_WRONLY | os.O_CREAT)),
        "connect": lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM).close(),
        "signal": lambda: os.kill(os.getppid(), 0),
        "fork": _fork,
    }
    succeeded = []
    for name, attempt in attempts.items():
        try:
            attempt()
        except OSError:
            continue
        succeeded.append(name)
    return succeeded
