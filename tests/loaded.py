"""What commands import and read when they need it, in the process that `tests.commands` forks them from."""

import chromadb  # noqa: F401

import bot.cli
import bot.evaluation
import bot.interview
import bot.scorers.lexical
import corpus.index
import corpus.ingest
import corpus.search
import sandbox.judge  # noqa: F401
from corpus.library import shipped_reports
from rubrics.load import load_rubrics
from sandbox.problem import load_problems

shipped_reports()
load_rubrics()
load_problems()
