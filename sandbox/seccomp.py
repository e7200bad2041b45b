"""The system calls that a submission may make: a BPF program built by hand and installed with prctl.

Everything that is not listed fails with EPERM (clone3 with ENOSYS, so that the C library falls back to
clone). x86-64 and aarch64 only; a foreign architecture's calling convention kills the process.
"""

from __future__ import annotations

import ctypes
import errno
import functools
import platform
import struct
from dataclasses import dataclass

# linux/audit.h, linux/seccomp.h, linux/bpf_common.h
_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_ALLOW, _ERRNO, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_LOAD, _JUMP_EQUAL, _JUMP_GREATER_EQUAL, _AND, _RETURN = 0x20, 0x15, 0x35, 0x54, 0x06
_NUMBER_AT, _ARCHITECTURE_AT, _ARGUMENTS_AT = 0, 4, 16
_X32_BIT = 0x40000000

_PR_SET_SECCOMP, _FILTER_MODE = 22, 2

# name: (x86-64, aarch64); None where the architecture has no such call.
_PLAIN: dict[str, tuple[int | None, int | None]] = {
    "read": (0, 63), "write": (1, 64), "close": (3, 57), "stat": (4, None), "fstat": (5, 80),
    "lstat": (6, None), "poll": (7, None), "lseek": (8, 62), "mmap": (9, 222), "mprotect": (10, 226),
    "munmap": (11, 215), "brk": (12, 214), "rt_sigaction": (13, 134), "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139), "pread64": (17, 67), "pwrite64": (18, 68), "readv": (19, 65),
    "writev": (20, 66), "access": (21, None), "pipe": (22, None), "select": (23, None),
    "sched_yield": (24, 124), "mremap": (25, 216), "madvise": (28, 233), "dup": (32, 23), "dup2": (33, None),
    "pause": (34, None), "nanosleep": (35, 101), "getitimer": (36, 102), "alarm": (37, None),
    "setitimer": (38, 103), "getpid": (39, 172), "recvfrom": (45, 207), "shutdown": (48, 210),
    "getsockname": (51, 204), "getpeername": (52, 205), "getsockopt": (55, 209), "exit": (60, 93),
    "uname": (63, 160), "getcwd": (79, 17), "readlink": (89, None), "gettimeofday": (96, 169),
    "getrlimit": (97, 163), "getrusage": (98, 165), "sysinfo": (99, 179), "times": (100, 153),
    "getuid": (102, 174), "getgid": (104, 176), "geteuid": (107, 175), "getegid": (108, 177),
    "getppid": (110, 173), "getpgrp": (111, None), "rt_sigpending": (127, 136), "rt_sigtimedwait": (128, 137),
    "sigaltstack": (131, 132), "arch_prctl": (158, None), "gettid": (186, 178), "time": (201, None),
    "futex": (202, 98), "sched_getaffinity": (204, 123), "getdents64": (217, 61),
    "set_tid_address": (218, 96), "restart_syscall": (219, 128), "clock_gettime": (228, 113),
    "clock_getres": (229, 114), "clock_nanosleep": (230, 115), "exit_group": (231, 94),
    "epoll_wait": (232, None), "epoll_ctl": (233, 21), "newfstatat": (262, 79), "readlinkat": (267, 78),
    "faccessat": (269, 48), "pselect6": (270, 72), "ppoll": (271, 73), "set_robust_list": (273, 99),
    "epoll_pwait": (281, 22), "eventfd2": (290, 19), "epoll_create1": (291, 20), "dup3": (292, 24),
    "pipe2": (293, 59), "getrandom": (318, 278), "membarrier": (324, 283), "statx": (332, 291),
    "rseq": (334, 293), "faccessat2": (439, 439), "close_range": (436, 436),
}  # fmt: skip

_CLONE3 = (435, 435)


@dataclass(frozen=True)
class _Only:
    """A call that is allowed where one argument, masked, has one of the values."""

    numbers: tuple[int | None, int | None]
    argument: int
    values: tuple[int, ...]
    mask: int = 0xFFFFFFFF
    wide: bool = False
    """Check that the upper 32 bits are zero as well (pointers)."""


# O_ACCMODE | O_CREAT | O_TRUNC must be clear: files may be read, never written.
_WRITING = 0o3 | 0o100 | 0o1000
_GUARDED = (
    _Only((2, None), argument=1, values=(0,), mask=_WRITING),  # open
    _Only((257, 56), argument=2, values=(0,), mask=_WRITING),  # openat
    _Only((56, 220), argument=0, values=(0x10000,), mask=0x10000),  # clone: threads only (CLONE_THREAD)
    _Only((72, 25), argument=1, values=(0, 1, 2, 3, 4, 1030, 1032)),  # fcntl: fd flags and duplicates, pipe size
    _Only((16, 29), argument=1, values=(0x5401, 0x5413, 0x5421, 0x541B, 0x5450, 0x5451)),  # ioctl: TCGETS, …, FIOCLEX
    _Only((157, 167), argument=0, values=(15, 16, 0x53564D41)),  # prctl: names of threads and mappings
    _Only((44, 206), argument=4, values=(0,), wide=True),  # sendto: without an address
)
_PRLIMIT = (302, 261)
_RLIMIT_CPU, _RLIMIT_AS = 0, 9
# AF_UNIX stream pairs, which asyncio needs: both arguments count.
_SOCKETPAIR = (53, 199)


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


_libc = ctypes.CDLL(None, use_errno=True)


def install() -> None:
    """Puts the filter on the calling thread and all it starts. Needs no_new_privs. Raises OSError where it
    can't.
    """
    program = _program()
    buffer = ctypes.create_string_buffer(program, len(program))
    descriptor = _Program(len(program) // 8, ctypes.addressof(buffer))
    if _libc.prctl(_PR_SET_SECCOMP, _FILTER_MODE, ctypes.byref(descriptor), 0, 0) != 0:
        code = ctypes.get_errno()
        raise OSError(code, f"seccomp: {errno.errorcode.get(code, code)}")


def supported() -> bool:
    return platform.system() == "Linux" and platform.machine() in _ARCHITECTURES


def prepare() -> None:
    """Builds the filter ahead, so that a process forked afterwards only has to install it."""
    _program()


@functools.cache
def _program() -> bytes:
    if not supported():
        raise OSError(errno.ENOSYS, f"no system-call table for {platform.machine()}")
    column = list(_ARCHITECTURES).index(platform.machine())
    lines = [
        (_LOAD, 0, 0, _ARCHITECTURE_AT),
        (_JUMP_EQUAL, 1, 0, _ARCHITECTURES[platform.machine()]),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER_AT),
    ]
    if column == 0:
        lines += [(_JUMP_GREATER_EQUAL, 0, 1, _X32_BIT), (_RETURN, 0, 0, _KILL)]
    for numbers in _PLAIN.values():
        number = numbers[column]
        if number is not None:
            lines += [(_JUMP_EQUAL, 0, 1, number), (_RETURN, 0, 0, _ALLOW)]
    lines += [(_JUMP_EQUAL, 0, 1, _CLONE3[column]), (_RETURN, 0, 0, _ERRNO | errno.ENOSYS)]
    for guard in _GUARDED:
        number = guard.numbers[column]
        if number is not None:
            lines += _guarded(number, _checks(guard.argument, guard.values, guard.mask, wide=guard.wide))
    lines += _guarded(_PRLIMIT[column], _limits())
    pair = _checks(0, (1,), 0xFFFFFFFF) + _checks(1, (1,), 0xF)  # AF_UNIX, SOCK_STREAM
    lines += _guarded(_SOCKETPAIR[column], pair)
    lines.append((_RETURN, 0, 0, _ERRNO | errno.EPERM))
    return b"".join(struct.pack("<HBBI", *line) for line in lines)


_Line = tuple[int, int, int, int]


def _guarded(number: int, checks: list[_Line]) -> list[_Line]:
    """`checks` falls through to ALLOW, or returns; skipped whole where the number differs (it is loaded
    again).
    """
    body = [*checks, (_RETURN, 0, 0, _ALLOW)]
    return [(_JUMP_EQUAL, 0, len(body), number), *body]


def _limits() -> list[_Line]:
    """Limits may be read. Setting is left for two, on itself: the child does so when it is told them, long after the
    filter went in, and without capabilities nobody can raise them again.
    """
    new = _ARGUMENTS_AT + 8 * 2
    reading = [
        (_LOAD, 0, 0, new + 4),
        (_JUMP_EQUAL, 0, 3, 0),
        (_LOAD, 0, 0, new),
        (_JUMP_EQUAL, 0, 1, 0),
        (_RETURN, 0, 0, _ALLOW),
    ]
    return [*reading, *_checks(0, (0,), 0xFFFFFFFF), *_checks(1, (_RLIMIT_CPU, _RLIMIT_AS), 0xFFFFFFFF)]


def _checks(argument: int, values: tuple[int, ...], mask: int, *, wide: bool = False) -> list[_Line]:
    deny = (_RETURN, 0, 0, _ERRNO | errno.EPERM)
    lines: list[_Line] = []
    if wide:
        lines += [(_LOAD, 0, 0, _ARGUMENTS_AT + 8 * argument + 4), (_JUMP_EQUAL, 1, 0, 0), deny]
    lines += [(_LOAD, 0, 0, _ARGUMENTS_AT + 8 * argument), (_AND, 0, 0, mask)]
    for position, value in enumerate(values):
        # Jump over the remaining comparisons and the denial.
        lines.append((_JUMP_EQUAL, len(values) - position, 0, value))
    lines.append(deny)
    return lines
