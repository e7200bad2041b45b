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


def main(settings: dict[str, Any]) -> None:
    """Serves until the judge closes its end of the control socket. settings: see `isolation.zygote_command`."""
    root = settings["root"]
    sys.path.extend((*settings["package_paths"], root))
    from sandbox import child, lockdown, seccomp

    sys.path.remove(root)
    for name in (*PRELOADED, *settings["packages"]):
        importlib.import_module(name)
    if "torch" in settings["packages"]:
        sys.modules["torch"].set_num_threads(1)
        # What torch.optim imports at first use insists on a folder that exists, and looks for one it may write to.
        os.environ["TORCHINDUCTOR_CACHE_DIR"] = os.getcwd()
    child.rehearse(torch="torch" in settings["packages"])
    # A submission that imports a part of this product must find nothing, not even what is loaded already.
    for name in [name for name in sys.modules if name.partition(".")[0] == "sandbox"]:
        del sys.modules[name]
    sys.path_importer_cache.clear()

    control = socket.socket(fileno=settings["control"])
    myself = os.pidfd_open(os.getpid())
    held = {"null": os.open(os.devnull, os.O_RDONLY)}
    if settings["landlock"]:
        held["rules"] = lockdown.ruleset(settings["readable"], settings["listable"])
    if settings["seccomp"]:
        seccomp.prepare()
    gc.collect()
    gc.freeze()
    socket.send_fds(control, [b"{}"], [myself])
    # A process in a namespace of its own does not see its parent.
    parent = 0 if settings["own_pids"] else os.getpid()
    while True:
        request, descriptors, _, _ = socket.recv_fds(control, 64, 4)
        if not request:
            return
        _reap()
        pipes = dict(zip(("job", "result", "stdout", "stderr"), descriptors, strict=True))
        try:
            if settings["own_pids"]:
                lockdown.enter_new_pid_namespace(myself)
            pid = os.fork()
        except OSError as error:
            # The judge replaces a server that cannot fork, and its pipes with it.
            control.send(json.dumps({"error": str(error)}).encode())
            return
        if pid == 0:
            try:
                signal.set_wakeup_fd(-1)
                child.main({**pipes, **held}, settings, parent)
            finally:
                os._exit(1)
        for descriptor in descriptors:
            os.close(descriptor)
        # Not reaped yet, so the number still belongs to this child, however short it lived.
        handle = os.pidfd_open(pid)
        socket.send_fds(control, [b"{}"], [handle])
        os.close(handle)


def _reap() -> None:
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


if __name__ == "__main__":
    # The script's own folder would offer wire, driver and the rest as top-level modules.
    main(json.loads(sys.argv[1]))
