"""How far the scorer agrees with people: labelled answers, their scores, and the usual figures of agreement."""

from __future__ import annotations

import itertools
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.assessment import score_answer
from bot.schema import CriterionScore, Language, QuestionScore

if TYPE_CHECKING:
    from bot.services import Services

LEVELS = 5
CLEAR_DIFFERENCE = 0.15
"""Two answers whose gold differs by less are as good as each other to a human grader."""
MOST_WORST = 10

_A_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")


class LabelledAnswer(BaseModel):
    """One line of a labelled set: an answer and what a person holds it to be worth."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    question: str = Field(min_length=1)
    """Slug of a card, id of a question, or the text of one."""
    answer: str
    gold: float = Field(ge=0, le=1, allow_inf_nan=False)
    language: Literal["zh", "en", "mixed"] = "zh"
    """Of the answer; to one in both the question was put in Chinese."""
    kind: str = ""
    """What sort of answer it is (strong, wrong, gamed, …); figures are given by kind."""
    reference: str | None = None
    """A good answer, for questions that no card fits."""
    criteria: Mapping[str, Annotated[float, Field(ge=0, le=1)]] = Field(default_factory=dict)
    """What the grader gave for each of the card's criteria."""


@dataclass(frozen=True)
class Line:
    """A labelled answer and the line of the file it stands on."""

    number: int
    labelled: LabelledAnswer


@dataclass(frozen=True)
class BadLine:
    """A line that cannot be used: the key that is wrong (empty for the whole line), why, and what to do."""

    number: int
    key: str
    reason: str


@dataclass(frozen=True)
class Scored:
    """A labelled answer and its score; both are fractions, 0 to 1."""

    line: Line
    score: float
    criteria: tuple[CriterionScore, ...]
    scorer: str = ""
    fallback: str | None = None
    """Why the model that should have scored did not."""

    @property
    def gold(self) -> float:
        return self.line.labelled.gold


@dataclass(frozen=True)
class Kind:
    """The answers of one kind: means of gold and score, and the highest score."""

    kind: str
    number: int
    gold: float
    score: float
    highest: float


@dataclass(frozen=True)
class Evaluation:
    """What came of a labelled set. A figure is None where it is undefined, as the correlation of constant data is."""

    scored: tuple[Scored, ...]
    unscored: tuple[tuple[Line, str], ...]
    """Lines without a score, with the reason."""
    bad: tuple[BadLine, ...]
    pearson: float | None
    spearman: float | None
    rmse: float | None
    qwk: float | None
    pairs: int
    in_order: float | None
    kinds: tuple[Kind, ...]

    @property
    def scorers(self) -> Mapping[str, int]:
        """How many answers each scorer scored."""
        return Counter(each.scorer for each in self.scored)

    @property
    def worst(self) -> tuple[Scored, ...]:
        """The answers whose score is furthest from gold."""
        return tuple(sorted(self.scored, key=lambda each: -abs(each.score - each.gold))[:MOST_WORST])


def read_labelled(text: str) -> tuple[list[Line], list[BadLine]]:
    """The labelled answers of a text with one JSON object a line, and the lines that are none. Blank lines are
    passed over.
    """
    lines: list[Line] = []
    bad: list[BadLine] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            lines.append(Line(number, LabelledAnswer.model_validate(_object(line))))
        except ValidationError as error:
            bad += [BadLine(number, *_told(problem)) for problem in error.errors()]
        except ValueError as error:
            bad.append(BadLine(number, "", str(error)))
    return lines, bad


def evaluate(services: Services, text: str) -> Evaluation:
    """Scores the labelled answers of a text with one JSON object a line; lines that cannot be used are told of."""
    lines, bad = read_labelled(text)
    scored: list[Scored] = []
    unscored: list[tuple[Line, str]] = []
    for line in lines:
        question = line.labelled.question
        if _A_NAME.fullmatch(question) and question not in services.rubrics and question not in services.library.by_id:
            reason = (
                f"没有这张评分卡或这个问题：{question}；`mianjing questions --json` 列出 rubric 和 id "
                "(no such card or question; see that list)"
            )
            bad.append(BadLine(line.number, "question", reason))
            continue
        given = _score(services, line.labelled)
        if given.fraction is None:
            unscored.append((line, given.unscored or "没有说明 (no reason given)"))
        else:
            scored.append(Scored(line, given.fraction, given.criteria, given.scorer, given.fallback))
    gold, scores = [each.gold for each in scored], [each.score for each in scored]
    pairs, in_order = pairs_in_order([each.line.labelled.question for each in scored], gold, scores)
    return Evaluation(
        scored=tuple(scored),
        unscored=tuple(unscored),
        bad=tuple(sorted(bad, key=lambda each: each.number)),
        pearson=pearson(gold, scores),
        spearman=spearman(gold, scores),
        rmse=rmse(gold, scores),
        qwk=quadratic_weighted_kappa(gold, scores),
        pairs=pairs,
        in_order=in_order,
        kinds=_by_kind(scored),
    )


def pearson(xs: Sequence[float], ys: Sequence[float]) -> float | None:
    """Pearson's product-moment correlation, Σ(x−x̄)(y−ȳ) / √(Σ(x−x̄)²·Σ(y−ȳ)²); None where either is constant.

    Source: K. Pearson, Proc. R. Soc. London 58 (1895), 240–242.
    """
    if len(xs) < 2 or len(set(xs)) == 1 or len(set(ys)) == 1:
        return None
    x, y = np.asarray(xs, float), np.asarray(ys, float)
    x, y = x - x.mean(), y - y.mean()
    return float((x * y).sum() / np.sqrt((x * x).sum() * (y * y).sum()))


def spearman(xs: Sequence[float], ys: Sequence[float]) -> float | None:
    """Spearman's rank correlation: Pearson's of the ranks, equal values sharing the mean of theirs; None where
    either is constant.

    Source: C. Spearman, Am. J. Psychology 15 (1904), 72–101; M. G. Kendall, Biometrika 33 (1945), 239–251, on ties.
    """
    return pearson(_ranks(xs).tolist(), _ranks(ys).tolist())


def rmse(xs: Sequence[float], ys: Sequence[float]) -> float | None:
    """Root of the mean squared difference; None of nothing."""
    if not xs:
        return None
    return float(np.sqrt(np.mean((np.asarray(xs, float) - np.asarray(ys, float)) ** 2)))


def quadratic_weighted_kappa(xs: Sequence[float], ys: Sequence[float]) -> float | None:
    """Cohen's kappa with quadratic weights of fractions in five levels, each a fifth of 0 to 1 wide:
    1 − Σw·O / Σw·E, w = (i−j)², O the observed and E the chance table of levels. None where E has no disagreement,
    that is where both are constant on the same level.

    Source: J. Cohen, Psychological Bulletin 70 (1968), 213–220.
    """
    if not xs:
        return None
    observed = np.zeros((LEVELS, LEVELS))
    for x, y in zip(xs, ys, strict=True):
        observed[_level(x), _level(y)] += 1
    chance = np.outer(observed.sum(axis=1), observed.sum(axis=0)) / len(xs)
    steps = np.arange(LEVELS)
    weights = (steps[:, None] - steps[None, :]) ** 2
    expected = float((weights * chance).sum())
    return 1 - float((weights * observed).sum()) / expected if expected else None


def pairs_in_order(
    questions: Sequence[str], gold: Sequence[float], scores: Sequence[float]
) -> tuple[int, float | None]:
    """How many pairs of answers to the same question differ clearly in gold, and which share of them the scores put
    in the right order; equal scores count half. The share is None where there is no such pair.
    """
    credit: list[float] = []
    answers = list(zip(questions, gold, scores, strict=True))
    for (question, gold_a, score_a), (other, gold_b, score_b) in itertools.combinations(answers, 2):
        # 0.25 − 0.1 is a little less than 0.15 to a computer.
        if question == other and abs(gold_a - gold_b) >= CLEAR_DIFFERENCE - 1e-9:
            right_order = (score_a - score_b) * (gold_a - gold_b)
            credit.append(0.5 if right_order == 0 else float(right_order > 0))
    return len(credit), sum(credit) / len(credit) if credit else None


def _score(services: Services, labelled: LabelledAnswer) -> QuestionScore:
    """The same way as `mianjing score`, which knows cards by their questions only; by the reference where none fits."""
    question = labelled.question
    language: Language = "en" if labelled.language == "en" else "zh"
    card = services.rubrics.get(question)
    if card is not None:
        asked = card.question.in_language(language)
        return services.answer_scorer().score(card, labelled.answer, question_text=asked, language=language)
    known = question if question in services.library.by_id else None
    unknown = None if known else question
    given = score_answer(services, unknown, known, labelled.answer, language)
    if given.rubric is None and labelled.reference:
        return score_answer(services, unknown, known, labelled.answer, language, labelled.reference)
    return given


def _by_kind(scored: Iterable[Scored]) -> tuple[Kind, ...]:
    by_kind: dict[str, list[Scored]] = {}
    for each in scored:
        by_kind.setdefault(each.line.labelled.kind, []).append(each)
    return tuple(
        Kind(
            kind,
            len(some),
            float(np.mean([each.gold for each in some])),
            float(np.mean([each.score for each in some])),
            max(each.score for each in some),
        )
        for kind, some in by_kind.items()
    )


def _ranks(values: Sequence[float]) -> NDArray[np.float64]:
    _, place, counts = np.unique(np.asarray(values, float), return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    ranks: NDArray[np.float64] = (last - (counts - 1) / 2)[place]
    return ranks


def _level(fraction: float) -> int:
    return min(int(fraction * LEVELS), LEVELS - 1)


def _object(line: str) -> dict[str, Any]:
    try:
        parsed = json.loads(line)
    except json.JSONDecodeError as error:
        reason = f"不是 JSON (no JSON): {error.msg}，第 {error.colno} 个字符；一行写一个对象 (one object a line)"
        raise ValueError(reason) from error
    if not isinstance(parsed, dict):
        raise ValueError('每行要是一个对象 (each line must be an object): {"question": …, "answer": …, "gold": 0.5}')
    return parsed


def _told(problem: Any) -> tuple[str, str]:
    """(key, reason) of what pydantic found."""
    key = ".".join(str(part) for part in problem["loc"])
    if problem["type"] == "missing":
        return key, "缺少；每行要有 question、answer 和 gold (missing; a line has question, answer and gold)"
    if problem["type"] == "extra_forbidden":
        known = ", ".join(LabelledAnswer.model_fields)
        return key, f"没有这个键；可用的键 (unknown key; these are known): {known}"
    advice = {
        "gold": "要是 0 到 1 的数 (must be a number from 0 to 1)",
        "language": "要是 zh、en 或 mixed (must be zh, en or mixed)",
        "criteria": "要是 {评分点: 0 到 1 的数} (must map criteria to numbers from 0 to 1)",
        "question": "要写评分卡、问题 id 或问题原文 (must be a card, the id of a question, or its text)",
    }.get(str(problem["loc"][0]), "要是文字 (must be text)")
    return key, f"{advice}: {problem['input']!r}"
