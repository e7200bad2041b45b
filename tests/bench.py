"""`make bench`: how fast the parts are, as ratios within one run, because machines are noisy.

Each figure is a median of several runs. Nothing here passes or fails.
"""

from __future__ import annotations

import gc
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import bm25s
from rich.console import Console
from rich.table import Table

from bot.background import background
from bot.config import Settings
from bot.evaluation import evaluate
from bot.interview import Interview
from bot.services import Services
from corpus.companies import load_companies
from corpus.glossary import load_glossary
from corpus.index import QuestionIndex
from corpus.report import Question
from corpus.search import HybridSearch
from corpus.vectors import metadata_of, searchable_text
from corpus.words import words_of
from tests import bench_judge
from tests.corpus.queries import quality, queries

REPEATS = 5
ANSWER = "BN 按通道跨整个 batch 统计，依赖 batch size；LN 对每个 token 的特征维求均值和方差，与 batch 无关。"
SCORED_CHARACTERS = 200
"""What a candidate says in about a minute; scoring it is to take less than 5 ms of CPU."""
SIZES = (1_000, 10_000)
"""Questions to search among: `python -m tests.bench 100000` takes an hour, most of it for Chroma to store."""
MOST_DOCUMENTS = 10_000
COMPANIES = [company.name for company in load_companies() if company.status == "interviewed"]
ROUNDS = ("一面", "二面", "三面", "HR面")
QUERIES = (
    "视频抠图为什么会闪烁",
    "BN 和 LN 有什么区别",
    "how to deploy a network on a phone",
    "手写非极大值抑制",
    "梯度为什么会消失，怎么解决",
)
ROOT = Path(__file__).parent.parent


def median_seconds(action: Callable[[], object], repeats: int = REPEATS) -> float:
    """Median wall time of an action, after one run that is not counted."""
    action()
    taken = []
    for _ in range(repeats):
        started = time.perf_counter()
        action()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def once(action: Callable[[], object]) -> float:
    """Wall time of an action that is too long or too lasting to repeat."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def in_turns(action: Callable[[], object], other: Callable[[], object], repeats: int = 25) -> tuple[float, float]:
    """Median wall times of two actions, each run after the other: what else the machine does slows down both."""
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(repeats):
        for each, times in zip((action, other), taken, strict=True):
            times.append(once(each))
    return statistics.median(taken[0]), statistics.median(taken[1])


def cold_python(program: str) -> float:
    return median_seconds(
        lambda: subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True), repeats=3
    )


def turns(services: Services) -> list[tuple[str, float, str, float]]:
    """CPU time of an early and a late turn of one interview, which must not grow with what was said before; and of a
    turn on a card that this process has not scored by yet.
    """
    fresh, known = cpu_of_turns(services), cpu_of_turns(services)
    early, late = statistics.median(known[2:7]), statistics.median(known[56:61])
    return [
        ("turn 60, CPU", late, "turn 5, CPU", early),
        ("slowest turn on a new card, CPU", max(fresh[2:]), "turn 5, CPU", early),
    ]


def cpu_of_turns(services: Services) -> list[float]:
    """CPU seconds of each turn of an interview, from the answer to what is said next. Candidates think for a while, in
    which the program gets ready to score what they will say.
    """
    taken = []
    interview = Interview.begin(services, company="字节跳动", round_name="一面", seed=1)
    list(interview.speak())
    while not interview.is_over:
        for getting_ready in (thread for thread in threading.enumerate() if thread.name == "card"):
            getting_ready.join()
        started = time.process_time()
        interview.answer("能再说一遍吗？" if len(taken) % 3 == 0 else ANSWER)
        list(interview.speak())
        taken.append(time.process_time() - started)
    return taken


def made_up(count: int, known: Sequence[Question]) -> list[Question]:
    """Questions recombined from real ones and the glossary's terms, the same on every run."""
    chance = random.Random(count)
    terms = [term for concept in load_glossary().concepts.values() for term in concept.terms]
    places = [(company, round_name) for company in COMPANIES for round_name in ROUNDS]
    made = []
    for number in range(count):
        one, other = chance.choice(known), chance.choice(known)
        company, round_name = chance.choice(places)
        made.append(
            one.model_copy(
                update={
                    "id": f"made-up-{number}",
                    "company": company,
                    "round": round_name,
                    "text": f"{one.text}{chance.choice(terms)}？{other.text}",
                    "text_en": f"{other.text_en} {chance.choice(terms)}",
                    "follows": None,
                }
            )
        )
    return made


def stored_in_turns(index: QuestionIndex, questions: Sequence[Question]) -> tuple[float, float]:
    """Wall times of storing questions, and of what Chroma alone takes to store the same ids, vectors and metadata; a
    batch here, a batch there, so that what else the machine does slows down both.
    """
    import chromadb

    ours = bare = 0.0
    with tempfile.TemporaryDirectory() as folder:
        client = chromadb.PersistentClient(folder)
        collection = client.get_or_create_collection(
            "bare", embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
        )
        step = min(client.get_max_batch_size(), max(len(questions) // 10, 500))
        for begin in range(0, len(questions), step):
            batch = questions[begin : begin + step]
            ours += once(lambda batch=batch: index.upsert(batch))
            ids = {question.id for question in batch}
            with index.table() as table:
                rows = [row for row, entry in enumerate(table.entries) if entry.question.id in ids]
                entries, vectors = [table.entries[row] for row in rows], table.vectors()[rows]
            bare += once(
                lambda entries=entries, vectors=vectors: collection.upsert(
                    ids=[entry.question.id for entry in entries],
                    embeddings=vectors,
                    metadatas=[metadata_of(entry) for entry in entries],
                )
            )
        client.close()
    return ours, bare


def tokens(text: str) -> list[str]:
    """What bm25s is given: the same words as our own index."""
    return [str(word) for word in words_of(text).tolist()]


def searcher(services: Services, index: QuestionIndex) -> HybridSearch:
    return HybridSearch(index, lambda card, problem: background(card, problem, services.rubrics, services.problems))


def searching(services: Services, count: int) -> list[tuple[str, float, str, float]]:
    """Storing and searching among `count` questions, against Chroma and bm25s used bare."""
    import chromadb

    questions = made_up(count, tuple(services.library.by_id.values()))
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        index = QuestionIndex(Path(folder)).open()
        # What every process does once, such as reading the segmenter's dictionary, is no part of storing.
        index.vector("批归一化")
        words_of("批归一化")
        stored, bare_stored = stored_in_turns(index, questions)
        rows.append((f"store {count}", stored, "bare upsert", bare_stored))
        search = searcher(services, index)
        rows.append((f"first search of {count}", once(lambda: search.search(QUERIES[0])), f"store {count}", stored))
        index.upsert([questions[0].model_copy(update={"text": "改过的问题"})])
        rows.append(
            (f"search {count} after a change", once(lambda: search.search(QUERIES[0])), f"store {count}", stored)
        )
        documents = [tokens(searchable_text(question)) for question in questions[:MOST_DOCUMENTS]]
        words = bm25s.BM25()
        words.index([documents[number % len(documents)] for number in range(count)], show_progress=False)
        collection = chromadb.PersistentClient(
            str(Path(folder) / "chroma"), settings=chromadb.Settings(anonymized_telemetry=False)
        ).get_collection(str(index.info()["collection"]), embedding_function=None)
        asked = [(query, tokens(query), index.vector(query).tolist()) for query in QUERIES]
        for company in (None, COMPANIES[0]):
            where: Any = {"company": company} if company else None

            def ours(company: str | None = company) -> None:
                for query, _, _ in asked:
                    search.search(query, company)

            def bare(where: Any = where) -> None:
                for _, query_tokens, vector in asked:
                    collection.query(query_embeddings=[vector], n_results=5, where=where)
                    words.retrieve([query_tokens], k=5, show_progress=False)

            mine, theirs = in_turns(ours, bare)
            told = f"search {count}" + (" in one company" if company else "")
            rows.append((told, mine / len(QUERIES), "bare Chroma + bm25s", theirs / len(QUERIES)))
        index.close()
        started = time.perf_counter()
        with QuestionIndex(Path(folder)) as again:
            rows.append((f"open {count}", time.perf_counter() - started, f"store {count}", stored))
            search = searcher(services, again)
            first = once(lambda: search.search(QUERIES[0]))
            rows.append((f"first search of {count} after opening", first, f"store {count}", stored))
    return rows


def retrieval(services: Services) -> list[tuple[str, str, str, str]]:
    """How well the questions at hand are found, by set and by kind of query."""
    rows = []
    for name in ("dev", "fresh", "held_out"):
        all_of_set = queries(name)
        groups = {kind: [q for q in all_of_set if q.type == kind] for kind in sorted({q.type for q in all_of_set})}
        for kind, some in {**groups, "all": all_of_set}.items():
            measured = quality(services.search, some)
            rows.append((f"{name}, {kind}", str(len(some)), f"{measured.recall:.2f}", f"{measured.mrr:.2f}"))
    return rows


def scoring(services: Services) -> list[tuple[str, float, str, float]]:
    card = services.rubrics["layernorm-vs-batchnorm"]
    short = median_seconds(lambda: services.scorer.score(card, ANSWER), 50)
    long = median_seconds(lambda: services.scorer.score(card, ANSWER * 20))
    return [("score an answer 20 times as long", long, "score an answer", short)]


def scoring_by_card(services: Services) -> list[tuple[str, float, str, float]]:
    """CPU time of scoring an answer of 200 characters: the median of all cards, and the worst of them."""
    scored = [
        (card, (card.model_answer.zh * SCORED_CHARACTERS)[:SCORED_CHARACTERS]) for card in services.rubrics.values()
    ]
    times: dict[str, list[float]] = {card.slug: [] for card, _ in scored}
    # Card by card would find in caches what the same answer left there a moment before.
    for _ in range(REPEATS + 1):
        for card, answer in scored:
            started = time.process_time()
            services.scorer.score(card, answer, question_text=card.question.zh)
            times[card.slug].append(time.process_time() - started)
    taken = [statistics.median(some[1:]) for some in times.values()]
    worst, median = max(taken), statistics.median(taken)
    told = f"score {SCORED_CHARACTERS} characters"
    return [(f"{told}, CPU, worst of {len(taken)} cards", worst, f"{told}, CPU, median of cards", median)]


def agreement(services: Services) -> list[tuple[str, ...]]:
    """How far the scorer agrees with the labelled answers, by set."""
    rows = []
    for file in sorted((ROOT / "tests/rubrics/answers").glob("*.jsonl")):
        found = evaluate(services, file.read_text("utf-8"))
        figures = (found.pearson, found.spearman, found.rmse, found.qwk, found.in_order)
        rows.append((file.stem, str(len(found.scored)), *("-" if f is None else f"{f:.3f}" for f in figures)))
    return rows


def starting() -> list[tuple[str, float, str, float]]:
    gradio = cold_python("import gradio")
    app = cold_python("import bot.pages.site, gradio")
    cli = cold_python("import bot.cli")
    return [
        ("import the web app", app, "import gradio", gradio),
        ("import the command line", cli, "import gradio", gradio),
    ]


def _ratio(seconds: float, other: float) -> str:
    return f"{seconds / other:.2f}" if seconds * 10 > other else f"1/{other / seconds:.0f}"


def main() -> None:
    table = Table("what", "ms", "against", "ms ", "ratio")
    with tempfile.TemporaryDirectory() as folder:
        services = Services(Settings(data=Path(folder)))
        sizes = [int(size) for size in sys.argv[1:]] or SIZES
        try:
            measured = [
                *starting(),
                *bench_judge.rows(services.judge, services.problems),
                *scoring(services),
                *scoring_by_card(services),
                *turns(services),
            ]
            for what, megabytes in bench_judge.memory(services.judge, services.problems):
                Console().print(f"{what}: {megabytes:.1f} MB")
            finding = retrieval(services)
            agreeing = agreement(services)
            # As the app does once it is loaded; else a look at all cards falls into whatever is measured then.
            gc.collect()
            gc.freeze()
            measured += [row for size in sizes for row in searching(services, size)]
        finally:
            services.close()
    for what, seconds, against, other in measured:
        table.add_row(what, f"{seconds * 1000:.1f}", against, f"{other * 1000:.1f}", _ratio(seconds, other))
    Console().print(table)
    found = Table("queries", "number", "recall@5", "MRR@10")
    for row in finding:
        found.add_row(*row)
    Console().print(found)
    agreed = Table("labelled answers", "number", "Pearson", "Spearman", "RMSE", "QWK", "pairs in order")
    for figures in agreeing:
        agreed.add_row(*figures)
    Console().print(agreed)


if __name__ == "__main__":
    main()
