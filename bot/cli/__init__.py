"""The command line: `mianjing COMMAND`. It and the web pages are two faces of the same functions.

Every command takes `--json` (one JSON document on stdout; logs go to stderr) and `--data DIR`. Exit codes:
0 done, 1 could not be done, 2 wrong usage.
"""

from __future__ import annotations

import logging
import sys

import typer

from bot.cli import cards, code, corpus, derivations, evaluation, interviews, machine, seasons
from bot.errors import MianjingError, UsageError
from corpus.errors import CorpusError
from rubrics.errors import RubricError
from sandbox.errors import SandboxError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="面经：按真实面经做模拟面试。A mock interviewer built on real interview reports.",
)
for command in (
    machine.web,
    interviews.interview,
    seasons.season,
    interviews.review,
    interviews.score,
    evaluation.evaluate,
    corpus.companies,
    corpus.questions,
    corpus.search,
    corpus.ingest,
    corpus.forget,
    corpus.reindex,
    code.problems,
    code.judge,
    code.drill,
    cards.rubrics,
    derivations.derive,
    machine.doctor,
):
    app.command()(command)


def main() -> None:
    """Entry of the console script: runs a command, turns expected errors into one line and an exit code."""
    # The level stands on the handler, because libraries set their own loggers to DEBUG.
    handler = logging.StreamHandler(sys.stderr)
    handler.setLevel(logging.WARNING)
    logging.basicConfig(handlers=[handler], format="%(levelname)s %(name)s: %(message)s")
    try:
        app()
    except UsageError as error:
        _fail(str(error), 2)
    except (MianjingError, CorpusError, RubricError, SandboxError) as error:
        _fail(str(error), 1)
    except KeyboardInterrupt:
        _fail("已中断 (interrupted)", 1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)


def _fail(message: str, code: int) -> None:
    print(f"mianjing: {message}", file=sys.stderr)
    sys.exit(code)
