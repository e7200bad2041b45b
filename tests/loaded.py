"""What commands import and read when they need it, in the process that `tests.commands` forks them from."""

import importlib

from corpus.library import shipped_reports
from rubrics.load import load_rubrics
from sandbox.library import load_problems

for module in (
    "chromadb",
    "bot.cli",
    "bot.evaluation",
    "bot.interview",
    "bot.scorers.lexical",
    "corpus.index",
    "corpus.ingest",
    "corpus.search",
    "sandbox.judge",
):
    importlib.import_module(module)
shipped_reports()
load_rubrics()
load_problems()
