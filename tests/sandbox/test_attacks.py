"""One attack, one test: every hostile or broken submission gets a verdict that is right for it, escapes
nowhere and leaves nothing behind; an honest one right after it passes, and tricky honest ones are accepted.

The submissions are data, in attacks/; the problems they are made for lie beside it, as a user would add them.
"""

from __future__ import annotations

import os
import shutil
import site
import stat
import subprocess
import sys
import tempfile
import textwrap
import threading
from pathlib import Path
from typing import Any

import pytest
import yaml

from sandbox.judge import Judge
from sandbox.problem import JudgeResult, Problem, Verdict
from tests.sandbox.surroundings import Surroundings

HERE = Path(__file__).parent
NOBODY = 65534
CASES = 0


def _attacks(kind: str) -> tuple[dict[str, Any], list[Any]]:
    """The file of a kind, and its submissions as parameters of a test."""
    content = yaml.safe_load((HERE / "attacks" / f"{kind}.yaml").read_text(encoding="utf-8"))
    parameters = [pytest.param(value, id=key) for key, value in content["submissions"].items()]
    return content, parameters


FORGING, FORGERIES = _attacks("forging")
_, RESOURCES = _attacks("resources")
_, BROKEN = _attacks("broken")
ESCAPING, ESCAPES = _attacks("escapes")
_, TRICKS = _attacks("honest")


def judged(judge: Judge, problem: Problem, source: str | bytes, seed: int | None = None) -> JudgeResult:
    """The verdict on a submission, after which an honest one must pass.

    seed: of cases made once, where the submission tries something that has nothing to do with them.
    """
    result = judge.judge(problem, source, language="en", seed=seed)
    # What is asked here is whether the judge still works, not whether new cases can be made.
    after = judge.judge(problem, _honest(problem), language="en", seed=CASES)
    assert after.verdict == Verdict.ACCEPTED, f"after {result.verdict} ({result.message}): {after.message}"
    return result


def _honest(problem: Problem) -> str:
    paths = [path for path, verdict in problem.solutions() if verdict == Verdict.ACCEPTED]
    return paths[0].read_text(encoding="utf-8")


def assert_fails_as_expected(result: JudgeResult, attack: dict[str, Any]) -> None:
    assert result.verdict in attack["expect"], (result.message, result.printed[:500])
    assert result.verdict != Verdict.ACCEPTED
    assert result.message
    assert result.passed < max(result.total, 1)


@pytest.mark.parametrize("attack", FORGERIES)
def test_forgery_does_not_pass(
    attack: dict[str, Any], any_judge: Judge, targets: dict[str, Problem], surroundings: Surroundings
) -> None:
    target = attack.get("problem", "softmax-rows")
    source = attack["code"] if "problem" in attack else FORGING["prelude"] + attack["code"]

    result = judged(any_judge, targets[target], source)

    assert_fails_as_expected(result, attack)
    surroundings.assert_unchanged()


@pytest.mark.parametrize("attack", RESOURCES)
def test_greed_is_stopped(
    attack: dict[str, Any], any_judge: Judge, targets: dict[str, Problem], surroundings: Surroundings
) -> None:
    source = attack["code"] if "code" in attack else eval(attack["made"])

    result = judged(any_judge, targets[attack.get("problem", "softmax-rows")], source, CASES)

    assert_fails_as_expected(result, attack)
    surroundings.assert_unchanged()


@pytest.mark.parametrize("attack", BROKEN)
def test_broken_code_gets_its_verdict(
    attack: dict[str, Any], any_judge: Judge, targets: dict[str, Problem], surroundings: Surroundings
) -> None:
    source = attack["code"] if "code" in attack else eval(attack["made"])

    result = judged(any_judge, targets["softmax-rows"], source, CASES)

    assert_fails_as_expected(result, attack)
    surroundings.assert_unchanged()


@pytest.mark.parametrize("attack", ESCAPES)
def test_escape_is_contained(
    attack: dict[str, Any], any_judge: Judge, targets: dict[str, Problem], surroundings: Surroundings
) -> None:
    """Refused with an error of the system, the submission answers rightly; a killed process is fine as well."""
    body = textwrap.indent(attack["code"], " " * 8)
    source = ESCAPING["harness"].replace("BODY", body.strip()).replace("PLACES", repr(surroundings.places()))

    result = judged(any_judge, targets["softmax-rows"], source, CASES)

    assert "escaped" not in result.message, (result.message, result.printed)
    assert result.verdict in attack.get("expect", ["accepted"]), (result.message, result.printed)
    surroundings.assert_unchanged()
    surroundings.assert_not_leaked(result)


@pytest.mark.parametrize("trick", TRICKS)
def test_honest_trick_is_accepted(
    trick: dict[str, Any], any_judge: Judge, targets: dict[str, Problem], surroundings: Surroundings
) -> None:
    result = judged(any_judge, targets[trick.get("problem", "softmax-rows")], trick["code"])

    assert result.verdict == Verdict.ACCEPTED, (result.message, result.printed[:500])
    surroundings.assert_unchanged()


def test_one_submission_leaves_nothing_for_the_next(any_judge: Judge, targets: dict[str, Problem]) -> None:
    marks = "import numpy as np\nnp.was_here = True\nnp.exp = None\ndef softmax_rows(x): return x"
    looks = "assert not hasattr(np, 'was_here')\n"
    problem = targets["softmax-rows"]

    any_judge.judge(problem, marks)

    assert any_judge.judge(problem, _honest(problem) + looks).verdict == Verdict.ACCEPTED


def test_what_it_printed_is_shown_once(any_judge: Judge, targets: dict[str, Problem]) -> None:
    problem = targets["softmax-rows"]
    source = "print('你好')\n" + _honest(problem) + "print('\\ud800\\x00')"

    result = any_judge.judge(problem, source, samples_only=True)

    assert result.verdict == Verdict.ACCEPTED
    assert result.printed == "你好\n\\ud800\x00\n"


def test_hostile_and_honest_ones_at_once(
    any_judge: Judge, targets: dict[str, Problem], surroundings: Surroundings
) -> None:
    problem = targets["softmax-rows"]
    sources = {
        Verdict.ACCEPTED: _honest(problem),
        Verdict.WRONG_ANSWER: "def softmax_rows(x): return x * 0",
        Verdict.RUNTIME_ERROR: "import os\ndef softmax_rows(x):\n    for fd in range(3, 64): os.write(fd, b'x' * 99)",
        Verdict.MEMORY_LIMIT: "def softmax_rows(x): return bytearray(10**10)",
    }
    got: list[tuple[Verdict, Verdict]] = []

    def work(wanted: Verdict) -> None:
        got.append((wanted, any_judge.judge(problem, sources[wanted]).verdict))

    threads = [threading.Thread(target=work, args=(wanted,)) for wanted in [*sources] * 3]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(got) == len(threads)
    assert [pair for pair in got if pair[0] != pair[1]] == []
    surroundings.assert_unchanged()


def _python_for_everybody() -> str | None:
    """An interpreter of this version that a user without rights may start."""
    for candidate in (
        sys.executable,
        shutil.which(f"python3.{sys.version_info.minor}", path="/usr/bin:/usr/local/bin"),
    ):
        if candidate is not None:
            program = Path(candidate).resolve()
            if all(folder.stat().st_mode & stat.S_IXOTH for folder in (program, *program.parents)):
                return candidate
    return None


@pytest.mark.timeout(900)
@pytest.mark.skipif(os.getuid() != 0, reason="only root can become somebody else; others are that already")
def test_escapes_are_contained_for_a_user_without_rights(request: pytest.FixtureRequest) -> None:
    """The same tests once more, as nobody: bubblewrap then needs user namespaces, and nothing can change its user.

    At the level that its machine offers, or with --levels all at each.
    """
    python = _python_for_everybody()
    if python is None:
        pytest.skip("no interpreter that everybody may start")
    levels = f"--levels={request.config.getoption('--levels')}"
    folder = Path(tempfile.mkdtemp(prefix="mianjing-nobody-"))
    os.chown(folder, NOBODY, NOBODY)
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "PYTHONPATH": os.pathsep.join(site.getsitepackages()),
    }
    try:
        done = subprocess.run(
            [python, "-B", "-m", "pytest", "-q", "-p", "no:cacheprovider", __file__, "-k", "escape_is", levels],
            cwd=request.config.rootpath,
            env=environment,
            user=NOBODY,
            group=NOBODY,
            extra_groups=[],
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        shutil.rmtree(folder)
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]
