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
from sandbox.library import SHIPPED, load_problem, load_problems, problem_folders
from sandbox.problem import Problem, Verdict

FOLDERS = problem_folders(SHIPPED)
NAMES = [str(folder.relative_to(SHIPPED)) for folder in FOLDERS]


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_problem_is_sound(folder: Path, judge: Judge) -> None:
    checked = check_problem(load_problem(folder), judge)

    assert not checked.complaints, "\n".join(checked.complaints)


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
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
        ("mode: close, tolerance: {rtol: 1.0e-9, atol: 1.0e-9}", "mode: properties", r"properties\.py"),
        ("difficulty: 1", "follow_ups: [{zh: 一, en: one, variant: other}]\ndifficulty: 1", "variants/other"),
        ("output: 3.5", "output: 3.5\n    operations: {instances: [[]], ops: [], outputs: []}", r"samples\.0"),
        (
            "args: {x: {nd: [1.0, 2.5], dtype: float64}}",
            "args: {x: {given: [1]}}\n    colour: red",
            r"samples\.0\.colour",
        ),
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

    assert any("samples.0" in complaint for complaint in check_folder(copy, judge).complaints)


def test_check_complains_about_a_wrong_solution_that_is_accepted(copy: Path, judge: Judge) -> None:
    (copy / "solutions" / "wrong.py").write_text("# expect: wrong_answer\ndef total(x):\n    return float(x.sum())\n")

    assert any("wrong.py" in complaint for complaint in check_folder(copy, judge).complaints)


@pytest.fixture
def variant(copy: Path) -> Path:
    """A variant of the problem in `copy`: the sum of squares."""
    folder = copy / "variants" / "of-squares"
    (folder / "solutions").mkdir(parents=True)
    (folder / "problem.yaml").write_text(
        "slug: total--of-squares\nsamples: [{args: {x: {nd: [1.0, 2.0], dtype: float64}}, output: 5.0}]\n"
    )
    (folder / "statement.zh.md").write_text("改为平方和。\n", encoding="utf-8")
    (folder / "statement.en.md").write_text("Now of the squares.\n")
    (folder / "reference.py").write_text("def total(x):\n    return float((x * x).sum())\n")
    return folder


def test_a_variant_takes_from_its_parent_what_it_does_not_have(copy: Path, variant: Path, judge: Judge) -> None:
    spoil(copy, "problem.yaml", "topics: [test]", "topics: [test]\nasked_by: [{company: 通用, file: a.txt, line: 1}]")

    problem = load_problem(variant)

    assert problem.slug == "total--of-squares"
    assert problem.limits == load_problem(copy).limits
    assert problem.asked_by == ()
    assert problem.statement("zh") == f"{load_problem(copy).statement('zh')}\n改为平方和。\n"
    assert problem.starter == load_problem(copy).starter
    squares = "def total(x): return float((x * x).sum())"
    assert judge.judge(problem, squares, seed=1).verdict == Verdict.ACCEPTED
    assert judge.judge(problem, "def total(x): return float(x.sum())", seed=1).verdict == Verdict.WRONG_ANSWER
    assert judge.judge(load_problem(copy), squares, seed=1).verdict == Verdict.WRONG_ANSWER


def test_variants_are_loaded_with_their_problems(copy: Path, variant: Path) -> None:
    library = load_problems([copy.parent])

    assert library.errors == ()
    assert {"total", "total--of-squares"} <= set(library.problems)
    assert library.problems["total--of-squares"].parent == copy


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("slug: total--of-squares", "slug: of-squares", "total--of-squares"),
        ("slug: total--of-squares", "slug: total--of-squares\ncolour: red", "colour: unknown key; remove it"),
        ("output: 5.0", "ouput: 5.0", r"samples\.0\.ouput: unknown key"),
    ],
)
def test_a_broken_variant_is_refused_with_the_place(variant: Path, old: str, new: str, reason: str) -> None:
    spoil(variant, "problem.yaml", old, new)

    with pytest.raises(ProblemError, match=reason) as refused:
        load_problem(variant)

    assert "of-squares/problem.yaml" in str(refused.value)


def test_a_variant_needs_its_own_statements(variant: Path) -> None:
    (variant / "statement.en.md").unlink()

    with pytest.raises(ProblemError, match=r"missing statement\.en\.md"):
        load_problem(variant)


def test_every_complaint_of_the_check_names_the_file_and_what_to_do(copy: Path, judge: Judge) -> None:
    spoil(copy, "problem.yaml", "output: 3.5", "output: 4.5")
    (copy / "statement.en.md").write_text((copy / "statement.zh.md").read_text())
    (copy / "starter.py").write_text("def total(x):\n")
    (copy / "solutions" / "wrong_not.py").write_text("# expect: wrong_answer\ndef total(x): return float(x.sum())\n")
    (copy / "solutions" / "right_not.py").write_text("# expect: accepted\ndef total(x): return 0.0\n")

    complaints = check_folder(copy, judge).complaints

    for file, part in (
        ("problem.yaml: samples.0.output", "is 4.5, but the reference gives 3.5; correct the sample"),
        ("statement.en.md", "write it in English"),
        ("starter.py:1", "does not parse"),
        ("wrong_not.py:1", "no case catches it; add one to"),
        ("right_not.py:1", "gets wrong_answer: correct the solution"),
        ("solutions", "3 more *.py files"),
    ):
        assert any(file in complaint and part in complaint for complaint in complaints), (file, complaints)
    assert all(str(copy) in complaint for complaint in complaints)


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
