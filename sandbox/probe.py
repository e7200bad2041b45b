"""Tries the isolation of this machine by doing it, in a process of its own, and prints what held.

Started by sandbox.isolation, inside bubblewrap where that works; prints {own_pids, landlock, seccomp} as JSON:
whether a child can get a PID namespace of its own, the ABI of a Landlock that refused a file, and whether the
filter of system calls refused a socket.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Callable


def main(root: str) -> None:
    sys.path.insert(0, root)
    from sandbox import lockdown, seccomp

    def gets_own_pids() -> bool:
        lockdown.enter_new_pid_namespace(os.pidfd_open(os.getpid()))
        return _in_child(lambda: os.getpid() == 1)

    def landlock_refuses() -> bool:
        rules = lockdown.ruleset(())
        lockdown.drop_privileges(change_user=False)
        lockdown.restrict_files(rules)
        return _refused(lambda: os.listdir("/"))

    def filter_refuses() -> bool:
        lockdown.drop_privileges(change_user=False)
        seccomp.install()
        return _refused(lambda: socket.socket().close())

    found = {
        "own_pids": _in_child(gets_own_pids),
        "landlock": lockdown.landlock_abi() if _in_child(landlock_refuses) else 0,
        "seccomp": _in_child(filter_refuses),
    }
    print(json.dumps(found))


def _in_child(attempt: Callable[[], bool]) -> bool:
    pid = os.fork()
    if pid == 0:
        try:
            os._exit(0 if attempt() else 1)
        except OSError:
            os._exit(1)
        finally:
            os._exit(2)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0


def _refused(attempt: Callable[[], object]) -> bool:
    try:
        attempt()
    except PermissionError:
        return True
    return False


if __name__ == "__main__":
    main(sys.argv[1])
