"""Every problem folder, both ways: right solutions pass, wrong ones fail as announced; and what the loader
refuses.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from sandbox.check import check_folder, check_problem
from sandbox.errors import ProblemError
from sandbox.judge import Judge
from sandbox.problem import SHIPPED, Problem, Verdict, load_problem, load_problems

FOLDERS = sorted(path.parent for path in SHIPPED.glob("*/problem.yaml"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_problem_is_sound(folder: Path, judge: Judge) -> None:
    checked = check_problem(load_problem(folder), judge)

    assert not checked.complaints, "\n".join(checked.complaints)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_starter_is_not_accepted_and_both_statements_exist(folder: Path, judge: Judge) -> None:
    problem = load_problem(folder)

    assert problem.statement("zh") != problem.statement("en")
    assert judge.judge(problem, problem.starter, samples_only=True).verdict != Verdict.ACCEPTED


def test_all_shipped_folders_load() -> None:
    library = load_problems()

    assert library.errors == ()
    assert {"nms", "layer-norm", "reverse-linked-list"} <= set(library.problems)


def test_judging_a_torch_problem_imports_torch_in_other_processes_only(judge: Judge) -> None:
    problem = load_problem(SHIPPED / "layer-norm")
    already = "torch" in sys.modules

    judge.judge(problem, "class LayerNorm: pass")

    assert already or "torch" not in sys.modules


@pytest.fixture
def copy(total: Problem, tmp_path: Path) -> Path:
    """A problem folder of one's own, to be spoiled."""
    shutil.copytree(total.folder, tmp_path / "total")
    return tmp_path / "total"


def spoil(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("difficulty: 1", "difficulty: 1\nfolour: red", "folour"),
        ("difficulty: 1", "difficulty: 9", "difficulty"),
        ("kind: function", "kind: program", "kind"),
        ("slug: total", "slug: other", "slug"),
        ("tolerance: {rtol: 1.0e-9, atol: 1.0e-9}", "dtype: exact", "tolerance"),
        ("dtype: float64", "dtype: float99", "samples"),
        (", dtype: float64", "", "dtype"),
        ("entry: total", "entry: 'a b'", "entry"),
        ("difficulty: 1", "driver: linked_list\ndifficulty: 1", "node_rule"),
        ("slug: total", "slug: [", "YAML"),
    ],
)
def test_a_broken_problem_file_is_refused_with_the_place(copy: Path, old: str, new: str, reason: str) -> None:
    spoil(copy, "problem.yaml", old, new)

    with pytest.raises(ProblemError, match=reason) as refused:
        load_problem(copy)

    assert "problem.yaml" in str(refused.value)


def test_a_missing_file_is_named(copy: Path) -> None:
    (copy / "reference.py").unlink()

    with pytest.raises(ProblemError, match=r"reference\.py"):
        load_problem(copy)


def test_a_broken_folder_does_not_hide_the_others(copy: Path) -> None:
    shutil.copytree(copy, copy.parent / "second")
    spoil(copy.parent / "second", "problem.yaml", "slug: total", "slug: second")
    spoil(copy, "problem.yaml", "kind: function", "kind: program")

    library = load_problems([copy.parent])

    assert "second" in library.problems
    assert "total" not in library.problems
    assert len(library.errors) == 1


def test_check_complains_about_a_sample_that_the_reference_contradicts(copy: Path, judge: Judge) -> None:
    spoil(copy, "problem.yaml", "output: 3.5", "output: 4.5")

    assert any("sample 1" in complaint for complaint in check_folder(copy, judge).complaints)


def test_check_complains_about_a_wrong_solution_that_is_accepted(copy: Path, judge: Judge) -> None:
    (copy / "solutions" / "wrong.py").write_text("# expect: wrong_answer\ndef total(x):\n    return float(x.sum())\n")

    assert any("wrong.py" in complaint for complaint in check_folder(copy, judge).complaints)


def test_check_wants_the_first_line_of_a_solution_to_announce_a_verdict(copy: Path, judge: Judge) -> None:
    (copy / "solutions" / "silent.py").write_text("def total(x): ...\n")

    assert any("# expect" in complaint for complaint in check_folder(copy, judge).complaints)


@pytest.mark.parametrize("file", ["cases.py", "reference.py"])
def test_a_crash_in_the_problems_own_code_is_an_internal_error(copy: Path, judge: Judge, file: str) -> None:
    (copy / file).write_text("raise OSError('broken on purpose')\n")

    result = judge.judge(load_problem(copy), "def total(x): return 0.0", language="en")

    assert result.verdict == Verdict.INTERNAL_ERROR
    assert "broken on purpose" in result.message
    assert file in result.message
