"""The judge's answers: keys, messages in both languages, seeds, and what it does without isolation."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from sandbox import isolation
from sandbox.errors import IsolationError
from sandbox.judge import Judge, isolation_report
from sandbox.library import SHIPPED, load_problem
from sandbox.problem import Problem, Verdict

from .conftest import HONEST


def test_result_has_the_keys_of_the_contract(judge: Judge, total: Problem) -> None:
    data = judge.judge(total, HONEST).model_dump(mode="json")

    assert {"slug", "verdict", "passed", "total", "cases", "isolation", "seconds"} <= set(data)
    assert set(data["cases"][0]) == {"name", "verdict", "seconds", "message"}
    assert data["verdict"] == "accepted"
    assert data["passed"] == data["total"] == len(data["cases"]) == 4


def test_samples_only_runs_the_samples(judge: Judge, total: Problem) -> None:
    assert judge.judge(total, HONEST, samples_only=True).total == 1


def test_it_stops_at_the_first_failure_when_told_to(judge: Judge, total: Problem) -> None:
    wrong = "def total(x): return float(x.sum()) if x.shape == (2,) else 0.25"

    every, first = (judge.judge(total, wrong, seed=1, stop_at_first_failure=stop) for stop in (False, True))

    assert (first.verdict, first.message) == (every.verdict, every.message)
    assert len(every.cases) == every.total
    assert [case.verdict for case in first.cases][-2:] == [Verdict.ACCEPTED, Verdict.WRONG_ANSWER]
    assert len(first.cases) < first.total


def test_a_byte_order_mark_is_no_error(judge: Judge, total: Problem) -> None:
    for source in ("\ufeff" + HONEST, ("\ufeff" + HONEST).encode()):
        assert judge.judge(total, source).verdict == Verdict.ACCEPTED


def test_loading_may_take_as_long_as_the_judge_says(total: Problem) -> None:
    with Judge(load_seconds=0.1) as judge:
        assert judge.judge(total, "while True: pass", language="en").verdict == Verdict.TIME_LIMIT
        assert judge.judge(total, HONEST).verdict == Verdict.ACCEPTED


@pytest.mark.parametrize(
    ("nominal", "slug", "entry", "allowed"),
    [
        pytest.param(1e9, "pairs-with-sum", "pairs_with_sum(numbers, total)", 0.25, id="half on a quick machine"),
        pytest.param(1e9, "softmax-rows", "softmax_rows(x)", 0.25, id="no less for arrays"),
        pytest.param(1e-9, "pairs-with-sum", "pairs_with_sum(numbers, total)", 2.0, id="four times on a slow one"),
    ],
)
def test_limits_go_with_the_machine(
    monkeypatch: pytest.MonkeyPatch, nominal: float, slug: str, entry: str, allowed: float
) -> None:
    monkeypatch.setattr("sandbox.judge._NOMINAL_SECONDS", nominal)
    problem = load_problem(Path(__file__).with_name(slug))

    with Judge() as judge:
        found = judge.judge(problem, f"def {entry}:\n    while True: pass", samples_only=True)

    assert found.verdict == Verdict.TIME_LIMIT
    assert allowed <= found.cases[-1].seconds < 1.9 * allowed


def test_message_shows_input_expected_and_got(judge: Judge, total: Problem) -> None:
    result = judge.judge(total, "def total(x): return 0.25", language="en")

    assert result.verdict == Verdict.WRONG_ANSWER
    for part in ("sample 1", "expected 3.5", "got 0.25", "[1. , 2.5]"):
        assert part in result.message


def test_messages_are_chinese_by_default(judge: Judge, total: Problem) -> None:
    assert "应为 3.5" in judge.judge(total, "def total(x): return 0.25").message


def test_traceback_holds_the_candidates_lines_only(judge: Judge, total: Problem) -> None:
    source = "def helper(x):\n    return x / {}\n\ndef total(x):\n    return helper(x)\n"

    message = judge.judge(total, source, language="en").message

    assert "line 5 (total): return helper(x)" in message
    assert "line 2 (helper): return x / {}" in message
    assert "driver" not in message


def test_a_changed_argument_is_named(judge: Judge, total: Problem) -> None:
    source = "def total(x):\n    s = float(x.sum()); x += 1; return s"

    result = judge.judge(total, source, language="en")

    assert result.verdict == Verdict.WRONG_ANSWER
    assert "argument x was modified" in result.message


def test_a_time_limit_names_the_size(judge: Judge, total: Problem) -> None:
    source = "def total(x):\n    while x.size == 15: pass\n    return float(x.sum())"

    result = judge.judge(total, source, language="en")

    assert result.verdict == Verdict.TIME_LIMIT
    assert "15 numbers" in result.message
    assert result.passed == 1


def test_a_wrong_gradient_is_named(judge: Judge) -> None:
    problem = load_problem(SHIPPED / "layer-norm")
    source = (problem.folder / "solutions" / "wrong_detached_statistics.py").read_text()

    message = judge.judge(problem, source, language="en").message

    assert "gradient of x" in message


def test_a_broken_rule_is_named(judge: Judge) -> None:
    problem = load_problem(SHIPPED / "layer-norm")

    result = judge.judge(problem, "import torch.nn as n\nLayerNorm = n.LayerNorm", language="en")

    assert result.verdict == Verdict.REJECTED
    assert "Line 2" in result.message
    assert "LayerNorm" in result.message


def test_the_same_seed_gives_the_same_cases_and_another_does_not(judge: Judge, total: Problem) -> None:
    source = "def total(x):\n    print(x); return float(x.sum())"

    first, again, other = (judge.judge(total, source, seed=seed).printed for seed in (1, 1, 2))

    assert first == again != other


def test_a_killed_fork_server_is_replaced(total: Problem) -> None:
    with Judge() as judge:
        assert judge.judge(total, HONEST).verdict == Verdict.ACCEPTED
        server = judge._servers["numpy"]
        os.kill(server.pid, signal.SIGKILL)

        assert judge.judge(total, HONEST).verdict == Verdict.ACCEPTED


def test_a_silent_fork_server_is_replaced(total: Problem, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sandbox.runner.FORK_SECONDS", 1.0)
    with Judge() as judge:
        assert judge.judge(total, HONEST).verdict == Verdict.ACCEPTED
        silent = judge._servers["numpy"].pid
        os.kill(silent, signal.SIGSTOP)

        assert judge.judge(total, HONEST).verdict == Verdict.ACCEPTED
    with pytest.raises(ProcessLookupError):
        os.kill(silent, 0)


def test_a_sandbox_with_a_hole_fails_its_self_test(total: Problem) -> None:
    claims_more = replace(no_isolation(), level=2, label="good")
    with Judge(isolation=claims_more) as judge:
        result = judge.judge(total, HONEST, language="en")

    assert result.verdict == Verdict.INTERNAL_ERROR
    assert "self-test" in result.message
    assert "fork" in result.message


def test_closing_leaves_no_process_behind(total: Problem) -> None:
    with Judge() as judge:
        judge.judge(total, HONEST)
        pid = judge._servers["numpy"].pid

    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_report_for_doctor() -> None:
    report = isolation_report()

    assert set(report) == {"level", "label", "missing"}
    assert report["level"] in (0, 2, 3)


def no_isolation() -> isolation.Isolation:
    best = isolation.available()
    return replace(best, level=0, label="none", bubblewrap=None, landlock=0, seccomp=False, missing=("everything",))


def test_without_isolation_the_judge_refuses(total: Problem, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(isolation.ALLOW_WEAK, raising=False)
    with (
        Judge(isolation=no_isolation()) as judge,
        pytest.raises(IsolationError, match="everything"),
    ):
        judge.judge(total, HONEST)


def test_without_isolation_a_flag_lets_it_run_and_every_result_says_so(
    total: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(isolation.ALLOW_WEAK, "1")
    with Judge(isolation=no_isolation()) as judge:
        result = judge.judge(total, HONEST, language="en")

    assert result.verdict == Verdict.ACCEPTED
    assert "Warning" in result.isolation


def test_forged_results_are_not_accepted_even_without_isolation(total: Problem) -> None:
    source = "import os\ndef total(x):\n    os.write(4, b'x' * 100); os._exit(0)"
    with Judge(isolation=no_isolation(), allow_weak=True) as judge:
        assert judge.judge(total, source).verdict != Verdict.ACCEPTED


def test_a_killed_judge_leaves_no_process_and_no_complaint(tmp_path: Path) -> None:
    program = (
        "import itertools, os, signal, threading\n"
        "from sandbox.judge import Judge\n"
        "from sandbox.library import load_problems\n"
        "problem = load_problems().problems['reverse-linked-list']\n"
        "judge = Judge()\n"
        "judge.tests(problem)\n"
        "threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGKILL)).start()\n"
        "for seed in itertools.count(1):\n"
        "    judge.tests(problem, seed)\n"
    )
    complaints = tmp_path / "complaints"
    with complaints.open("wb") as stderr:
        killed = subprocess.run([sys.executable, "-c", program], stderr=stderr, check=False, timeout=120)
        assert killed.returncode == -signal.SIGKILL
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and _holds_open(complaints):
        time.sleep(0.05)
    assert not _holds_open(complaints)
    assert complaints.read_text("utf-8") == ""


def _holds_open(path: Path) -> bool:
    """Whether a process other than this one still has the file open."""
    for entry in Path("/proc").glob("[0-9]*/fd/*"):
        with contextlib.suppress(OSError):
            if entry.parts[2] != str(os.getpid()) and os.readlink(entry) == str(path):
                return True
    return False


@pytest.mark.parametrize(
    "say",
    [
        pytest.param("{'phase': np.ones(3)}", id="an array as the phase"),
        pytest.param("{'phase': 'lockdown', 'error': 'x'}", id="blames the judge"),
        pytest.param("[]", id="a list"),
    ],
)
def test_nonsense_while_loading_is_the_submissions_fault(say: str, judge: Judge, total: Problem) -> None:
    source = (
        "import os, sys\nimport numpy as np\nframe = sys._getframe()\n"
        "while 'wire' not in frame.f_globals: frame = frame.f_back\n"
        f"for part in frame.f_globals['wire'].frame({say}): os.write(4, part)\n" + HONEST
    )

    assert judge.judge(total, source).verdict == Verdict.RUNTIME_ERROR
