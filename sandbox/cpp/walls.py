"""The command that runs the compiler where it can read the system's headers and libraries and nothing else.

The text it compiles is hostile: it may include any path, never end, or ask for endless memory and output. Limits of
the kernel hold everywhere; bubblewrap or, without it, Landlock closes off the files.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sandbox import lockdown
from sandbox.isolation import Isolation, may_change_user

HARNESS = Path(__file__).parent / "harness"

CPU_SECONDS = 20
MEMORY_BYTES = 2 << 30
FILE_BYTES = 32 << 20
"""Of each file that the compiler writes; a submission takes up some 100 KB."""
_HEADER_BYTES = 512 << 20

_ROOT = Path(__file__).resolve().parents[2]
_SYSTEM = (
    "/usr/bin", "/usr/include", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/libexec", "/usr/libx32",
    "/bin", "/lib", "/lib32", "/lib64", "/libx32",
)  # fmt: skip
_FILES = ("/etc/ld.so.cache",)
_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}


@dataclass(frozen=True)
class Places:
    """Paths as the compiler sees them. work: its current folder, the only one it can write to; ready: that of the
    precompiled header.
    """

    harness: str
    work: str
    ready: str


def places(isolation: Isolation, work: Path, ready: Path) -> Places:
    if isolation.bubblewrap:
        return Places("/harness", "/work", "/ready")
    return Places(str(HARNESS), str(work), str(ready))


def walled(
    command: Sequence[str], isolation: Isolation, work: Path, ready: Path, *, slowness: float, trusted: bool = False
) -> list[str]:
    """The command behind walls. command: begins with the compiler's real path; paths as `places` has them.

    trusted: the harness alone is compiled, the result of which is large.
    """
    change_user = False
    landlock = None
    if isolation.bubblewrap:
        command = [*_bubblewrap(isolation.bubblewrap, command[0], work, ready), "--", *command]
    elif isolation.landlock:
        readable = [*_SYSTEM, *_FILES, *_beside(command[0]), str(HARNESS), str(ready), "/dev/null"]
        landlock = {"readable": readable, "writable": str(work)}
        change_user = may_change_user([command[0], str(HARNESS), str(ready)])
    if change_user:
        os.chown(work, lockdown.NOBODY, lockdown.NOBODY)
        for path in work.iterdir():
            os.chown(path, lockdown.NOBODY, lockdown.NOBODY)
    settings = {
        "root": str(_ROOT),
        "command": command,
        "environment": {**_ENVIRONMENT, "TMPDIR": places(isolation, work, ready).work},
        "limits": {
            "RLIMIT_CPU": round(CPU_SECONDS * slowness),
            "RLIMIT_AS": MEMORY_BYTES,
            "RLIMIT_FSIZE": _HEADER_BYTES if trusted else FILE_BYTES,
            "RLIMIT_CORE": 0,
            "RLIMIT_NOFILE": 256,
        },
        "landlock": landlock,
        "change_user": change_user,
    }
    interpreter = os.path.realpath(sys.executable)
    return [interpreter, "-I", "-S", "-B", str(Path(__file__).with_name("confine.py")), json.dumps(settings)]


def _beside(compiler: str) -> list[str]:
    """The folder in which a compiler that is none of the system's is installed."""
    prefix = Path(compiler).parent.parent
    return [] if str(prefix) in ("/", "/usr") else [str(prefix)]


def _bubblewrap(wrapper: str, compiler: str, work: Path, ready: Path) -> list[str]:
    arguments = [
        wrapper, "--unshare-user", "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts",
        "--unshare-cgroup-try", "--uid", str(lockdown.NOBODY), "--gid", str(lockdown.NOBODY),
        "--cap-drop", "ALL", "--new-session", "--die-with-parent",
    ]  # fmt: skip
    for path in (*_SYSTEM, *_beside(compiler)):
        if os.path.islink(path):
            arguments += ["--symlink", os.readlink(path), path]
        elif os.path.isdir(path):
            arguments += ["--ro-bind", path, path]
    for path in _FILES:
        arguments += ["--ro-bind-try", path, path]
    arguments += ["--ro-bind", str(HARNESS), "/harness", "--ro-bind", str(ready), "/ready"]
    arguments += ["--bind", str(work), "/work", "--dev-bind", "/dev/null", "/dev/null"]
    return [*arguments, "--remount-ro", "/", "--chdir", "/work"]
