"""Derivations: the shipped ones against torch and brute force, what counts as the same formula, and bad files."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
import yaml

from sandbox.derivation import SHIPPED, begin, check_step, hint, load_derivations
from sandbox.errors import DrillError
from sandbox.library import load_problems
from sandbox.parameters import recall

SLUGS = sorted(load_derivations())
SEEDS = range(25)


def tensor(values: Any) -> torch.Tensor:
    return torch.tensor(values, dtype=torch.float64, requires_grad=True)


def cross_entropy(values: dict[str, Any]) -> dict[int, float]:
    z, t = tensor(values["z"]), values["t"]
    loss = torch.nn.functional.cross_entropy(z[None], torch.tensor([t]))
    loss.backward()
    assert z.grad is not None
    return {4: torch.softmax(z, 0)[t].item(), 5: loss.item(), 6: float(z.grad[(t + 1) % 3])}


def two_layers(values: dict[str, Any]) -> dict[int, float]:
    x, w, u = tensor(values["x"]), tensor([values["w0"], values["w1"]]), tensor(values["u"])
    z = w @ x
    z.retain_grad()
    o = torch.relu(z) @ u
    o.retain_grad()
    (0.5 * (o - values["t"]) ** 2).backward()
    assert z.grad is not None
    assert o.grad is not None
    assert u.grad is not None
    assert w.grad is not None
    found = (z[0], o, o.grad, u.grad[0], z.grad[0], w.grad[0, 0], w.grad[1].sum())
    return {step: value.item() for step, value in enumerate(found, 1)}


def pooling(values: dict[str, Any]) -> dict[int, float]:
    x = torch.tensor([[values["x"]]], dtype=torch.float64)
    found: dict[int, float] = {}
    for steps, pool in (((1, 2, 3), torch.nn.AdaptiveMaxPool1d(1)), ((0, 4, 5), torch.nn.AdaptiveAvgPool1d(1))):
        w = tensor([[values["w"]]])
        c = torch.nn.functional.conv1d(x, w)
        c.retain_grad()
        s = pool(c)
        s.backward(torch.full_like(s, values["g"]))
        assert c.grad is not None
        assert w.grad is not None
        passed = c.grad.abs().max() * torch.sign(c.grad.sum())
        found |= dict(zip(steps, (s.item(), passed.item(), w.grad[0, 0, 0].item()), strict=True))
    del found[0]
    return found


def crf(values: dict[str, Any]) -> dict[int, float]:
    emissions, transitions = [values["e0"], values["e1"], values["e2"]], [values["t0"], values["t1"]]

    def score(path: Any) -> float:
        moved = sum(transitions[one][other] for one, other in itertools.pairwise(path))
        return float(sum(emissions[i][tag] for i, tag in enumerate(path)) + moved)

    def log_sum(paths: Any) -> float:
        return float(torch.logsumexp(torch.tensor([score(path) for path in paths], dtype=torch.float64), 0))

    every = list(itertools.product(range(2), repeat=3))
    own, total = score(values["y"]), log_sum(every)
    return {2: own, 3: log_sum([(0, 0), (1, 0)]), 4: total, 6: total - own}


BY_HAND: dict[str, Callable[[dict[str, Any]], dict[int, float]]] = {
    "cross-entropy-from-mle": cross_entropy,
    "two-layer-mlp-by-hand": two_layers,
    "textcnn-pooling-gradients": pooling,
    "crf-forward": crf,
}


@pytest.mark.parametrize("slug", SLUGS)
def test_numbers_agree_with_an_independent_computation(slug: str) -> None:
    for seed in SEEDS:
        begun = begin(slug, seed)
        _, numbers = recall(load_derivations(), begun.id)
        values = {name: item.value for name, item in numbers.chosen.items()}
        for step, value in BY_HAND[slug](values).items():
            assert check_step(begun.id, step, f"{value:.4f}").correct, (begun.id, step, value)
            assert not check_step(begun.id, step, f"{value + 0.1:.4f}").correct, (begun.id, step, value)


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_step_is_asked_and_explained(slug: str, language: Any) -> None:
    begun = begin(slug, 1, language)
    assert begun.text.count("1/") >= 1
    asked = begun.text
    for step in range(1, begun.steps + 1):
        checked = check_step(begun.id, step, "", language)
        nudge = hint(begun.id, step, language)
        assert not checked.correct
        assert "{" not in checked.working + nudge + asked
        assert nudge not in checked.working
        assert (checked.next is None) == (step == begun.steps)
        assert f"{step}/{begun.steps}" in asked
        asked = checked.next or ""


def test_the_problems_to_go_on_with_exist() -> None:
    assert {found.problem for found in load_derivations().values()} <= set(load_problems().problems)


@pytest.mark.parametrize(
    "formula", ["p - y", "-(y - p)", "−y+p", "dL/dz = p − y", "1*p - y", "(p^2 - p·y)/p", "p + exp(ln(1)) - 1 - y"]
)
def test_formulas_of_one_meaning_are_the_same(formula: str) -> None:
    assert check_step("cross-entropy-from-mle-3", 3, formula).correct


@pytest.mark.parametrize(
    "formula", ["y - p", "p", "p*(1-p)", "(p - y)/(p*(1 - p))", "p - y + 0.001", "1/(p-p)", "(y-p)**0.5"]
)
def test_formulas_of_another_meaning_are_wrong(formula: str) -> None:
    checked = check_step("cross-entropy-from-mle-3", 3, formula)

    assert not checked.correct
    assert checked.objection is None


@pytest.mark.parametrize(
    "formula",
    ["", "p -", "q - y", "__import__('os').system('true')", "p.real", "py", "(" * 5000, "p = y = 1", "9**9**9"],
)
def test_what_is_no_formula_is_said_to_be_none(formula: str) -> None:
    checked = check_step("cross-entropy-from-mle-3", 3, formula)

    assert not checked.correct
    assert "式子" in (checked.objection or "") or formula == "9**9**9"


@pytest.mark.parametrize(
    "formula",
    [
        "(((9**64)**64)**64)**64",
        "10**400",
        "exp(1000)",
        "sum([sum([sum([i*j*k for k in range(999)]) for j in range(999)]) for i in range(999)])",
    ],
)
def test_formulas_that_would_keep_the_program_busy_are_wrong_at_once(formula: str) -> None:
    assert not check_step("cross-entropy-from-mle-3", 3, formula).correct


def test_the_same_seed_gives_the_same_derivation() -> None:
    assert begin("crf", 7) == begin("crf", 7)
    assert begin("crf", 7).text != begin("crf", 8).text


@pytest.mark.parametrize(
    ("given_id", "step"), [("nothing-1", 1), ("crf-forward", 1), ("crf-forward-1", 0), ("crf-forward-1", 7)]
)
def test_unknown_ids_and_steps_are_errors(given_id: str, step: int) -> None:
    with pytest.raises(DrillError):
        check_step(given_id, step, "1")


@pytest.mark.parametrize(
    ("place", "value", "message"),
    [
        (("steps", 1, "answer"), "score + nothing", "steps.1.answer: .*no such name: nothing"),
        (("steps", 0, "answer"), "K**score", "steps.0.answer: .*no such name: score"),
        (("steps", 1, "question", "zh"), "{nothing}", "steps.1.question.zh: no such name: nothing"),
        (("steps", 0, "symbols", "K"), [2.0, 1.0], "symbols.K: the smaller end"),
        (("steps", 0, "symbols", "K"), [-2.0, -1.0], "has no value"),
        (("colour",), "red", "colour: Extra inputs"),
    ],
)
def test_bad_files_are_named_with_key_and_reason(
    tmp_path: Path, place: tuple[Any, ...], value: Any, message: str
) -> None:
    data = yaml.safe_load((SHIPPED / "crf-forward.yaml").read_text(encoding="utf-8"))
    *way, last = place
    target = data
    for key in way:
        target = target[key]
    target[last] = value
    (tmp_path / "crf-forward.yaml").write_text(
        yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8"
    )

    with pytest.raises(DrillError, match=message):
        load_derivations(tmp_path)
