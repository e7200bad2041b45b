"""The fork server: imports the packages once, then forks a locked-down child for each submission.

Started as a script by sandbox.isolation, inside bubblewrap where that works. It never sees a submission, an
input or an expected output: it is given the ends of pipes, and hands back a pidfd of the child that holds
them.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import signal
import socket
import sys
from typing import Any

# Imported ahead because honest submissions need them, and so that no child pays for it or finds a file
# unreadable.
PRELOADED = (
    "abc", "array", "asyncio", "bisect", "cmath", "collections", "contextlib", "copy", "dataclasses",
    "datetime", "decimal", "encodings.idna", "enum", "fractions", "functools", "heapq", "inspect",
    "itertools", "json", "math", "numbers", "operator", "queue", "random", "re", "statistics", "string",
    "struct", "textwrap", "threading", "time", "traceback", "types", "typing", "unicodedata", "warnings",
)  # fmt: skip


def main(control_fd: int, root: str, package_paths: list[str], packages: list[str]) -> None:
    """Serves until the judge closes its end of the control socket.

    root: folder that holds the `sandbox` package. package_paths: folders of third-party packages. packages:
    what to import ahead.
    """
    sys.path.extend((*package_paths, root))
    from sandbox import child

    sys.path.remove(root)
    for name in (*PRELOADED, *packages):
        importlib.import_module(name)
    if "torch" in packages:
        sys.modules["torch"].set_num_threads(1)
    # A submission that imports a part of this product must find nothing, not even what is loaded already.
    for name in [name for name in sys.modules if name.partition(".")[0] == "sandbox"]:
        del sys.modules[name]
    sys.path_importer_cache.clear()
    gc.collect()
    gc.freeze()

    control = socket.socket(fileno=control_fd)
    null = os.open(os.devnull, os.O_RDONLY)
    myself = os.pidfd_open(os.getpid())
    socket.send_fds(control, [json.dumps({"ready": True}).encode()], [myself])
    os.close(myself)
    while True:
        request, descriptors, _, _ = socket.recv_fds(control, 1 << 20, 4)
        if not request:
            return
        _reap()
        _fork(control, json.loads(request), descriptors, null, child)


def _fork(control: socket.socket, limits: dict[str, Any], descriptors: list[int], null: int, child: Any) -> None:
    parent = os.getpid()
    try:
        pid = os.fork()
    except OSError as error:
        for descriptor in descriptors:
            os.close(descriptor)
        control.send(json.dumps({"error": str(error)}).encode())
        return
    if pid == 0:
        try:
            signal.set_wakeup_fd(-1)
            names = ("job", "result", "stdout", "stderr")
            child.main({**dict(zip(names, descriptors, strict=True)), "null": null}, limits, parent)
        finally:
            os._exit(1)
    for descriptor in descriptors:
        os.close(descriptor)
    # Not reaped yet, so the number still belongs to this child, however short it lived.
    handle = os.pidfd_open(pid)
    socket.send_fds(control, [json.dumps({"pid": pid}).encode()], [handle])
    os.close(handle)


def _reap() -> None:
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


if __name__ == "__main__":
    settings = json.loads(sys.argv[1])
    # The script's own folder would offer wire, driver and the rest as top-level modules.
    main(settings["control"], settings["root"], settings["package_paths"], settings["packages"])
