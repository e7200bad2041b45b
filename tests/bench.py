"""`make bench`: how fast the parts are, as ratios within one run, because machines are noisy.

Each figure is a median of several runs. Nothing here passes or fails.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.config import Settings
from bot.interview import Interview
from bot.services import Services

REPEATS = 5
ANSWER = "BN 按通道跨整个 batch 统计，依赖 batch size；LN 对每个 token 的特征维求均值和方差，与 batch 无关。"
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


def cold_python(program: str) -> float:
    return median_seconds(
        lambda: subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True), repeats=3
    )


def judging(services: Services) -> list[tuple[str, float, str, float]]:
    """Verdicts through one warm judge, against what a cold start costs."""
    torch = cold_python("import torch")
    rows = []
    for slug in ("reverse-linked-list", "nms", "layer-norm"):
        problem = services.problems[slug]
        code = next(path for path, verdict in problem.solutions() if verdict == "accepted").read_text("utf-8")
        samples = median_seconds(lambda p=problem, c=code: services.judge.judge(p, c, samples_only=True))
        whole = median_seconds(lambda p=problem, c=code: services.judge.judge(p, c), repeats=3)
        rows.append((f"judge {slug}, samples", samples, "cold import torch", torch))
        rows.append((f"judge {slug}, all cases", whole, "cold import torch", torch))
    return rows


def turns(services: Services) -> list[tuple[str, float, str, float]]:
    """A turn early and late in one interview: it must not grow with what was said before."""
    taken = []
    interview = Interview.begin(services, company="字节跳动", round_name="HR面", seed=1)
    list(interview.speak())
    while not interview.is_over and len(taken) < 60:
        started = time.perf_counter()
        interview.answer(ANSWER)
        list(interview.speak())
        taken.append(time.perf_counter() - started)
    early, late = statistics.median(taken[2:8]), statistics.median(taken[-6:])
    return [(f"turn {len(taken) - 5}–{len(taken)}", late, "turn 3–8", early)]


def searching(services: Services) -> list[tuple[str, float, str, float]]:
    scoped = median_seconds(lambda: services.search.search("视频抠图闪烁", "字节跳动", "三面"), 50)
    whole = median_seconds(lambda: services.search.search("视频抠图闪烁"), 50)
    return [("search in one round", scoped, "search in everything", whole)]


def scoring(services: Services) -> list[tuple[str, float, str, float]]:
    card = services.rubrics["layernorm-vs-batchnorm"]
    short = median_seconds(lambda: services.scorer.score(card, ANSWER), 50)
    long = median_seconds(lambda: services.scorer.score(card, ANSWER * 20))
    return [("score an answer 20 times as long", long, "score an answer", short)]


def starting() -> list[tuple[str, float, str, float]]:
    gradio = cold_python("import gradio")
    app = cold_python("import bot.pages.site, gradio")
    cli = cold_python("import bot.cli")
    return [
        ("import the web app", app, "import gradio", gradio),
        ("import the command line", cli, "import gradio", gradio),
    ]


def main() -> None:
    table = Table("what", "ms", "against", "ms ", "ratio")
    with tempfile.TemporaryDirectory() as folder:
        services = Services(Settings(data=Path(folder)))
        try:
            measured = [*starting(), *judging(services), *searching(services), *scoring(services), *turns(services)]
        finally:
            services.close()
    for what, seconds, against, other in measured:
        table.add_row(what, f"{seconds * 1000:.1f}", against, f"{other * 1000:.1f}", f"{seconds / other:.3f}")
    Console().print(table)


if __name__ == "__main__":
    main()
