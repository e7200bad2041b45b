"""What holds a submission in, seen from outside: rights, namespaces, limits, levels, and judging without being root."""

from __future__ import annotations

import os
import select
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from sandbox import isolation
from sandbox.judge import Judge
from sandbox.problem import Problem, Verdict

from .conftest import HONEST

ORDINARY_USER = 65533
ROOT = Path(__file__).parent.parent.parent


def status_of(pid: int) -> dict[str, str]:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return {key: value.strip() for key, _, value in (line.partition(":") for line in lines)}


def test_a_child_has_no_rights_left(any_judge: Judge, total: Problem) -> None:
    any_judge.warm(total)
    with any_judge._servers["numpy"].fork(256 << 20, 20) as child:
        status = status_of(child.pid)

    assert int(status["CapEff"], 16) == int(status["CapPrm"], 16) == int(status["CapInh"], 16) == 0
    assert int(status["CapAmb"], 16) == 0
    assert status["NoNewPrivs"] == "1"
    assert status["Seccomp"] == "2"
    assert status["Threads"] == "1"


def test_a_child_kept_ready_has_no_rights_either(any_judge: Judge, total: Problem) -> None:
    any_judge.warm(total)
    server = any_judge._servers["numpy"]
    with server._lock, server._take() as spare:
        # It may still be on its way; that it waits for its limits is the end of it.
        select.select([], [], [], 0.3)
        status = status_of(spare.pid)

    assert int(status["CapEff"], 16) == 0
    assert status["NoNewPrivs"] == "1"


def test_each_submission_has_process_ids_to_itself(any_judge: Judge, total: Problem) -> None:
    if not any_judge.isolation.own_pids:
        pytest.skip("no PID namespaces at this level for this user")
    source = "import os\ndef total(x): return float(x.sum()) if os.getpid() == 1 and os.getppid() == 0 else 0.0"

    assert any_judge.judge(total, source).verdict == Verdict.ACCEPTED


def test_a_submission_sees_no_other_that_runs(any_judge: Judge, total: Problem) -> None:
    if not any_judge.isolation.own_pids:
        pytest.skip("no PID namespaces at this level for this user")
    busy = "import time\nend = time.monotonic() + 3\nwhile time.monotonic() < end: pass\n" + HONEST
    look = (
        "import os\n"
        "def exists(pid):\n"
        "    try: os.sched_getaffinity(pid)\n"
        "    except ProcessLookupError: return False\n"
        "    return True\n"
        "def total(x): return float(x.sum()) if not any(map(exists, range(2, 100_000))) else 0.0\n"
    )
    other = threading.Thread(target=any_judge.judge, args=(total, busy))
    other.start()
    result = any_judge.judge(total, look)
    other.join()

    assert result.verdict == Verdict.ACCEPTED, result.message


def test_limits_cannot_be_raised(any_judge: Judge, total: Problem) -> None:
    source = (
        "import resource as r\n"
        "def total(x):\n"
        "    for which in (r.RLIMIT_AS, r.RLIMIT_CPU, r.RLIMIT_NOFILE, r.RLIMIT_FSIZE):\n"
        "        soft, hard = r.getrlimit(which)\n"
        "        assert soft == hard != r.RLIM_INFINITY\n"
        "        for more in (hard + 1, r.RLIM_INFINITY):\n"
        "            try: r.setrlimit(which, (soft, more))\n"
        "            except (ValueError, OSError): continue\n"
        "            raise AssertionError(which)\n"
        "    for which in (r.RLIMIT_NOFILE, r.RLIMIT_FSIZE, r.RLIMIT_STACK, r.RLIMIT_NICE):\n"
        "        try: r.setrlimit(which, r.getrlimit(which))\n"
        "        except (ValueError, OSError): continue\n"
        "        raise AssertionError(which)\n"
        "    return float(x.sum())\n"
    )

    result = any_judge.judge(total, source)

    assert result.verdict == Verdict.ACCEPTED, result.message


def test_too_many_threads_are_stopped(any_judge: Judge, total: Problem) -> None:
    source = (
        "import threading\nthreading.stack_size(32768)\ngo = threading.Event()\n"
        "def total(x):\n    while True: threading.Thread(target=go.wait, daemon=True).start()\n"
    )

    result = any_judge.judge(total, source, language="en")

    assert result.verdict == Verdict.RUNTIME_ERROR
    assert any_judge.judge(total, HONEST).verdict == Verdict.ACCEPTED


def test_a_name_cannot_pass_for_a_measurement(any_judge: Judge, total: Problem) -> None:
    # The kernel's report on a process begins with a name that the process chooses.
    source = (
        "import ctypes, numpy as np\n"
        "name = ctypes.create_string_buffer(b'x\\nVmHWM: 1 kB')\n"
        "ctypes.CDLL(None).prctl(15, name, 0, 0, 0)\n"
        "keep = np.ones(45_000_000)\n" + HONEST
    )

    assert any_judge.judge(total, source).verdict == Verdict.MEMORY_LIMIT


def test_children_die_with_their_fork_server(total: Problem, any_judge: Judge) -> None:
    with Judge(isolation=any_judge.isolation) as judge:
        judge.warm(total)
        server = judge._servers["numpy"]
        with server.fork(256 << 20, 20) as child:
            os.kill(server.pid, signal.SIGKILL)
            assert select.select([child.pidfd], [], [], 30)[0]
            assert server.died_under(child)


@pytest.mark.parametrize(
    ("bubblewrap", "layers", "level", "label"),
    [
        ("bwrap", (7, True, True), 3, "strong: namespaces + landlock(ABI 7) + seccomp"),
        ("bwrap", (0, True, True), 3, "strong: namespaces + seccomp"),
        ("bwrap", (7, True, False), 3, "share their process ids"),
        (None, (4, True, True), 2, "good: landlock(ABI 4) + seccomp; file existence is visible"),
        (None, (4, True, False), 2, "process ids too"),
        (None, (4, False, True), 0, "none"),
        (None, (0, True, True), 0, "none"),
        ("bwrap", (7, False, True), 0, "none"),
    ],
)
def test_levels(bubblewrap: str | None, layers: tuple[int, bool, bool], level: int, label: str) -> None:
    landlock, seccomp, own_pids = layers

    rated = isolation.rated(bubblewrap, landlock=landlock, seccomp=seccomp, own_pids=own_pids)

    assert rated.level == level
    assert label in rated.label
    assert len(rated.missing) == [bubblewrap is not None, *map(bool, layers)].count(False)


@pytest.mark.parametrize("bubblewrap", [True, False])
def test_an_ordinary_user_can_judge(bubblewrap: bool) -> None:
    if os.geteuid() != 0:
        pytest.skip("the other tests run as an ordinary user already")
    python = _python_of(ORDINARY_USER)
    program = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from sandbox import isolation\n"
        "from sandbox.judge import Judge\n"
        "from sandbox.library import load_problem\n"
        "assert os.geteuid() != 0\n"
        "level = isolation.available(bubblewrap=sys.argv[1] == 'True')\n"
        "total = load_problem(Path('tests/sandbox/total').resolve())\n"
        f"with Judge(isolation=level) as judge:\n"
        f"    result = judge.judge(total, {HONEST!r}, language='en')\n"
        "    wrong = judge.judge(total, 'def total(x): return 0.0', language='en')\n"
        "print(level.level, result.verdict, wrong.verdict, result.message, level.label)\n"
    )
    done = _run_as(ORDINARY_USER, [python, "-c", program, str(bubblewrap)])

    assert done.returncode == 0, done.stderr
    level, accepted, wrong = done.stdout.split()[:3]
    assert (accepted, wrong) == ("accepted", "wrong_answer"), done.stdout
    assert int(level) == (3 if bubblewrap and shutil.which("bwrap") else 2)


def _run_as(user: int, command: list[str]) -> subprocess.CompletedProcess[str]:
    packages = [path for path in sys.path if path.endswith("site-packages")]
    return subprocess.run(
        command,
        user=user,
        group=user,
        extra_groups=[],
        cwd=ROOT,
        env={"PATH": os.defpath + ":/usr/bin", "PYTHONPATH": os.pathsep.join([str(ROOT), *packages])},
        capture_output=True,
        text=True,
        timeout=250,
        check=False,
    )


def _python_of(user: int) -> str:
    """An interpreter that the user may run, with this one's packages; skips where there is none."""
    system = f"/usr/bin/python3.{sys.version_info.minor}"
    for python in (os.path.realpath(sys.executable), system):
        try:
            if _run_as(user, [python, "-c", "import numpy, pydantic, yaml, sandbox.judge"]).returncode == 0:
                return python
        except OSError:
            continue
    pytest.skip(f"user {user} can run neither {sys.executable} nor {system} with the packages of {ROOT}")
