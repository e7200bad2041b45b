"""What a freshly forked process does to itself before it may see a submission: it gives up everything it can.

Covers resource limits, capabilities, no_new_privs, Landlock and (through sandbox.seccomp) the system-call
filter, by hand over ctypes. Namespaces and mounts are bubblewrap's part, see sandbox.isolation.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import platform
import resource
import signal
import struct
from collections.abc import Sequence

from sandbox import seccomp

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_CAPBSET_DROP, _PR_SET_NO_NEW_PRIVS, _PR_CAP_AMBIENT = (
    1,
    4,
    24,
    38,
    47,
)
_CAPSET = {"x86_64": 126, "aarch64": 91}
_LANDLOCK_CREATE, _LANDLOCK_ADD, _LANDLOCK_RESTRICT = 444, 445, 446
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_REMOVE_DIR, _REMOVE_FILE, _MAKE_DIR, _MAKE_FILE, _TRUNCATE = 1 << 4, 1 << 5, 1 << 7, 1 << 8, 1 << 14
_FILE_RIGHTS = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE
RUNNING = _EXECUTE | _READ_FILE | _READ_DIR
WRITING = _READ_FILE | _READ_DIR | _WRITE_FILE | _TRUNCATE | _MAKE_FILE | _MAKE_DIR | _REMOVE_FILE | _REMOVE_DIR
"""Rights for `grant`: to run programs from a path; to write below it."""
# Rights that each Landlock ABI knows (linux/landlock.h): file-system bits, network bits, scopes.
_FS_BITS = {1: 13, 2: 14, 3: 15, 4: 15}
_FS_BITS_LATEST = 16

_CLONE_NEWPID = 0x20000000

NOBODY = 65534

LIMITS = struct.Struct("<QQ")
"""What the judge sends to a child first: address space in bytes, CPU time in seconds (see `limit_resources`)."""

UNLIMITED = resource.RLIM_INFINITY

_libc = ctypes.CDLL(None, use_errno=True)


def _check(result: int, what: str) -> int:
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{what}: {errno.errorcode.get(code, code)}")
    return result


def _prctl(option: int, *arguments: int) -> int:
    padded = [ctypes.c_ulong(argument) for argument in (*arguments, 0, 0, 0, 0)[:4]]
    return int(_libc.prctl(option, *padded))


def landlock_abi() -> int:
    """Version of Landlock that the kernel speaks; 0 without it."""
    if platform.system() != "Linux":
        return 0
    result = _libc.syscall(_LANDLOCK_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint(1))
    return max(int(result), 0)


def die_with_parent(parent: int) -> None:
    """The kernel kills this process when the thread that forked it ends.

    parent: its process id as seen from here, 0 where it lies outside this process's PID namespace. To be called
    after `drop_privileges`: a change of user undoes it.
    """
    _check(_prctl(_PR_SET_PDEATHSIG, signal.SIGKILL), "PR_SET_PDEATHSIG")
    if os.getppid() != parent:
        os._exit(1)


def enter_new_pid_namespace(own: int) -> None:
    """The next child forked becomes process 1 of a PID namespace of its own.

    own: a descriptor of the caller's PID namespace (a pidfd of the caller will do). Needs CAP_SYS_ADMIN. Raises
    OSError.
    """
    # A process may not go two namespaces deep, nor fork into one whose process 1 is gone: first back home.
    _check(_libc.setns(own, _CLONE_NEWPID), "setns")
    _check(_libc.unshare(_CLONE_NEWPID), "unshare(CLONE_NEWPID)")


def forbid_writing() -> None:
    """Limits of the kernel that are the same for every submission: no files, few descriptors, no memory locked or
    queued.
    """
    limits = {
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: 32,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_MEMLOCK: 0,
    }
    if platform.system() == "Linux":
        limits[resource.RLIMIT_MSGQUEUE] = 0
    for which, value in limits.items():
        _lower(which, value)


def limit_resources(address_space: int = UNLIMITED, cpu_seconds: int = UNLIMITED) -> None:
    """Limits of the kernel, the last line behind the judge's own watch. The system-call filter lets these through.

    address_space: bytes of virtual memory, including what is mapped already. cpu_seconds: over all threads.
    """
    _lower(resource.RLIMIT_AS, address_space)
    _lower(resource.RLIMIT_CPU, cpu_seconds)


def _lower(which: int, value: int) -> None:
    _, hard = resource.getrlimit(which)
    if hard != resource.RLIM_INFINITY:
        value = hard if value == UNLIMITED else min(value, hard)
    resource.setrlimit(which, (value, value))


def drop_privileges(*, change_user: bool) -> None:
    """No capabilities, no way to get any. With `change_user`, root becomes nobody (the files must stay
    readable).
    """
    if platform.system() != "Linux":
        return
    if os.geteuid() == 0 and change_user:
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)
    _check(_prctl(_PR_SET_NO_NEW_PRIVS, 1), "no_new_privs")
    for capability in range(64):
        if _prctl(_PR_CAPBSET_DROP, capability) < 0:
            break
    _prctl(_PR_CAP_AMBIENT, 4)
    # _LINUX_CAPABILITY_VERSION_3 for this process, then two words each of effective, permitted, inheritable.
    header = ctypes.create_string_buffer(struct.pack("<Ii", 0x20080522, 0))
    nothing = ctypes.create_string_buffer(bytes(24))
    number = _CAPSET.get(platform.machine())
    if number is not None:
        _check(_libc.syscall(number, header, nothing), "capset")
    # After setuid the process would be dumpable again, and its memory open to others of the same user.
    _check(_prctl(_PR_SET_DUMPABLE, 0), "PR_SET_DUMPABLE")


def ruleset(readable: Sequence[str], listable: Sequence[str] = ()) -> int:
    """A Landlock ruleset as a descriptor: only the paths given may be read, nothing written, no TCP, no signals
    or sockets out of the domain.

    Folders in `listable` show the names below them, but no contents. Made once, it serves any number of children.
    Raises OSError where the kernel has no Landlock.
    """
    abi = landlock_abi()
    if not abi:
        raise OSError(errno.ENOSYS, "Landlock: ENOSYS")
    handled = (1 << _FS_BITS.get(abi, _FS_BITS_LATEST)) - 1
    attributes = struct.pack("<Q", handled)
    if abi >= 4:
        attributes += struct.pack("<Q", 0b11)
    if abi >= 6:
        attributes += struct.pack("<Q", 0b11)
    rules = _check(
        _libc.syscall(_LANDLOCK_CREATE, attributes, ctypes.c_size_t(len(attributes)), ctypes.c_uint(0)),
        "landlock_create_ruleset",
    )
    for path in (*readable, *listable):
        grant(rules, path, _READ_DIR if path in listable else _READ_FILE | _READ_DIR)
    return rules


def grant(rules: int, path: str, rights: int) -> None:
    """Adds rights on a file, or a folder and all in it, to a ruleset. A path that does not exist is none. Raises
    OSError.
    """
    with contextlib.suppress(FileNotFoundError, PermissionError):
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
        # Landlock refuses rights that only a folder can have on what is none.
        rights &= -1 if os.path.isdir(path) else _FILE_RIGHTS
        # And those that this kernel does not know yet.
        rights &= (1 << _FS_BITS.get(landlock_abi(), _FS_BITS_LATEST)) - 1
        rule = struct.pack("<Qi", rights, descriptor)
        added = _libc.syscall(_LANDLOCK_ADD, rules, ctypes.c_int(1), rule, ctypes.c_uint(0))
        os.close(descriptor)
        _check(added, f"landlock_add_rule {path}")


def restrict_files(rules: int) -> None:
    """Puts this process under a ruleset. Needs no_new_privs. Raises OSError."""
    _check(_libc.syscall(_LANDLOCK_RESTRICT, rules, ctypes.c_uint(0)), "landlock_restrict_self")


def filter_system_calls() -> None:
    """The seccomp allowlist, last of all: the steps before need calls that it forbids."""
    seccomp.install()
