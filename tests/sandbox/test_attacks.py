"""One attack, one test: hostile submissions get a proper verdict, escape nowhere, and leave the judge in
working order.
"""

from __future__ import annotations

import os
import textwrap
import threading
from pathlib import Path
from typing import Any

import pytest
import yaml

from sandbox.judge import Judge
from sandbox.problem import Problem, Verdict

from .conftest import HONEST

ATTACKS = yaml.safe_load((Path(__file__).parent / "attacks.yaml").read_text(encoding="utf-8"))
BREAKING: dict[str, dict[str, Any]] = ATTACKS["breaking"]
ESCAPING: dict[str, str] = ATTACKS["escaping"]

HARNESS = """
import numpy as np
HOME, REPOSITORY = {home!r}, {repository!r}
def check(result):
    if result == -1: raise OSError('refused')
def total(x):
    try:
{body}
    except (OSError, ImportError, KeyError, ValueError) as error:
        print(type(error).__name__, error)
        return float(x.sum())
    raise SystemError('escaped')
"""


def assert_honest_still_passes(judge: Judge, total: Problem) -> None:
    assert judge.judge(total, HONEST).verdict == Verdict.ACCEPTED


@pytest.mark.parametrize("name", BREAKING)
def test_breaking_attack_gets_its_verdict(name: str, any_judge: Judge, total: Problem) -> None:
    result = any_judge.judge(total, BREAKING[name]["source"])

    assert result.verdict in BREAKING[name]["verdicts"], result.message
    assert result.message
    assert result.passed < max(result.total, 1)
    assert_honest_still_passes(any_judge, total)


@pytest.mark.parametrize("name", ESCAPING)
def test_escape_is_contained(name: str, any_judge: Judge, total: Problem, request: pytest.FixtureRequest) -> None:
    body = textwrap.indent(ESCAPING[name], " " * 8)
    home = os.path.expanduser("~")
    source = HARNESS.format(home=home, repository=str(request.config.rootpath), body=body)

    result = any_judge.judge(total, source)

    assert result.verdict == Verdict.ACCEPTED, (result.message, result.printed)
    assert_honest_still_passes(any_judge, total)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(b"# \xff\xfe\ndef total(x): ...", id="not UTF-8"),
        pytest.param("def total(x): return '\ud800'", id="lone surrogate"),
        pytest.param("def total(x): return 0.0\0", id="null byte"),
        pytest.param("", id="empty"),
        pytest.param("x = " + "(" * 5000 + ")" * 5000, id="nested brackets"),
        pytest.param("x = " + "-" * 90_000 + "1", id="minus signs"),
        pytest.param("x = " + "9" * 90_000, id="long number"),
    ],
)
def test_source_that_is_no_program(source: str | bytes, judge: Judge, total: Problem) -> None:
    result = judge.judge(total, source)

    assert result.verdict in {Verdict.RUNTIME_ERROR, Verdict.MEMORY_LIMIT}
    assert result.message
    assert_honest_still_passes(judge, total)


def test_source_that_is_too_long(judge: Judge, total: Problem) -> None:
    assert judge.judge(total, "#" * 200_000).verdict == Verdict.REJECTED


def test_fork_bomb_is_refused(any_judge: Judge, total: Problem) -> None:
    source = "import os\ndef total(x):\n    while True: os.fork()"

    assert any_judge.judge(total, source).verdict == Verdict.RUNTIME_ERROR


def test_threads_left_running_do_not_outlive_the_verdict(any_judge: Judge, total: Problem) -> None:
    source = (
        "import threading\ndef spin():\n    while True: pass\n"
        "def total(x):\n    threading.Thread(target=spin, daemon=True).start()\n    return float(x.sum())\n"
    )

    assert any_judge.judge(total, source).verdict in {Verdict.ACCEPTED, Verdict.TIME_LIMIT}
    assert_honest_still_passes(any_judge, total)


def test_threads_and_asyncio_are_allowed(any_judge: Judge, total: Problem) -> None:
    source = (
        "import asyncio\nfrom concurrent.futures import ThreadPoolExecutor\n"
        "async def later(x): await asyncio.sleep(0); return float(x.sum())\n"
        "def total(x):\n    with ThreadPoolExecutor(2) as pool:\n"
        "        return pool.submit(lambda: asyncio.run(later(x))).result()\n"
    )

    assert any_judge.judge(total, source).verdict == Verdict.ACCEPTED


def test_one_submission_leaves_nothing_for_the_next(any_judge: Judge, total: Problem) -> None:
    source = "import numpy as np\nnp.ndarray_was_here = True\nnp.sum = None\ndef total(x): return 0.0"
    look = (
        "import numpy as np\ndef total(x):\n    assert not hasattr(np, 'ndarray_was_here')\n    return float(np.sum(x))"
    )

    any_judge.judge(total, source)

    assert any_judge.judge(total, look).verdict == Verdict.ACCEPTED


def test_printed_output_is_shown(judge: Judge, total: Problem) -> None:
    source = "print('你好')\ndef total(x):\n    print(x.shape); return float(x.sum())"

    result = judge.judge(total, source, samples_only=True)

    assert result.verdict == Verdict.ACCEPTED
    assert result.printed == "你好\n(2,)\n"


def test_several_threads_judge_at_once(judge: Judge, total: Problem) -> None:
    verdicts: list[tuple[bool, Verdict]] = []

    def work(honest: bool) -> None:
        source = HONEST if honest else "def total(x): return 0.0"
        verdicts.append((honest, judge.judge(total, source).verdict))

    threads = [threading.Thread(target=work, args=(index % 2 == 0,)) for index in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(verdicts) == sorted([(True, Verdict.ACCEPTED), (False, Verdict.WRONG_ANSWER)] * 4)
