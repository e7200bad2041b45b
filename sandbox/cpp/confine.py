"""Runs the compiler under limits of the kernel, and under Landlock where there is no bubblewrap.

Started as a script by sandbox.cpp.walls, with one argument: JSON with the keys that `main` reads.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from typing import Any


def main(settings: dict[str, Any]) -> None:
    """Never returns: becomes settings["command"]. Raises OSError where a wall cannot be put up."""
    for name, value in settings["limits"].items():
        which = getattr(resource, name)
        _, hard = resource.getrlimit(which)
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(which, (value, value))
    if settings["landlock"] is not None:
        # The package's own folder, not the script's: its modules are named like some of the standard library.
        sys.path[:0] = [settings["root"]]
        from sandbox import lockdown

        rules = lockdown.ruleset(settings["landlock"]["readable"])
        for path in settings["landlock"]["readable"]:
            lockdown.grant(rules, path, lockdown.RUNNING)
        lockdown.grant(rules, settings["landlock"]["writable"], lockdown.WRITING)
        lockdown.drop_privileges(change_user=settings["change_user"])
        lockdown.restrict_files(rules)
    command = settings["command"]
    os.execve(command[0], command, settings["environment"])  # noqa: S606 - no shell is wanted


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
