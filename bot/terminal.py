"""An interview without a browser: typed in a terminal, as lines of JSON, or by a file of answers."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TextIO

from bot.errors import BadInput, InterviewClosed, UsageError
from bot.interview import Interview
from bot.planned import PlannedQuestion
from bot.review import citation, question_json, scorecard_markdown
from bot.schema import Said
from bot.words import words
from bot.written.terminal import in_time, prompt, result_lines
from sandbox.problem import CodeLanguage, Problem, language_of

_CPP_BEGINS = ("//", "/*", "#include", "#define", "using namespace ", "struct ", "template")

_HANDS_OVER = ("hand_over_code", "hand_out")
CODE_ENDS = "EOF"
"""Line that ends code typed in the terminal and hands it in."""
SAMPLES = "/samples"
"""Line that ends it and only runs the samples; `CODE_ENDS` alone then hands the same code in."""


def hold_by_file(interview: Interview, answers: Iterable[dict[str, Any]], code_at: Callable[[str], Path]) -> None:
    """Runs an interview with answers prepared in order. Text goes to questions and code to coding problems.

    When the interviewer waits for code, the next `code` line is taken, wherever it stands, and a `text` line
    only when there is none left; when the answers run out the interview ends there.

    Args:
        code_at: Where the code of a path in the file is.

    Raises:
        BadInput: a line has neither `text` nor `code`, or its file cannot be read.
    """
    texts: deque[str] = deque()
    codes: deque[tuple[str, CodeLanguage]] = deque()
    lines: list[str | tuple[str, CodeLanguage]] = []
    for number, line in enumerate(answers, start=1):
        if isinstance(line.get("text"), str):
            texts.append(line["text"])
            lines.append(line["text"])
        elif isinstance(line.get("code"), str):
            path = code_at(line["code"])
            codes.append((_read_code(path), language_of(path)))
            lines.append(codes[-1])
        else:
            raise BadInput(f'第 {number} 行要有 "text" 或 "code" (line {number} needs "text" or "code")')
    if interview.started.plan.paper is not None:
        # Whoever may choose the order of the questions means the lines in theirs.
        _hand_in_by_file(interview, lines)
        return
    while not interview.is_over:
        _hear(interview)
        if interview.is_over:
            return
        if interview.problem is not None and codes:
            interview.submit(*codes.popleft())
        elif texts:
            interview.answer(texts.popleft())
        else:
            interview.leave()


def _hand_in_by_file(interview: Interview, lines: Iterable[str | tuple[str, CodeLanguage]]) -> None:
    interview.collect(at_once=True)
    _hear(interview)
    for given in lines:
        if interview.is_over:
            return
        if isinstance(given, str):
            interview.answer(given)
        elif interview.problem is not None:
            interview.submit(*given)
        else:
            raise BadInput("现在是简答题，这一行却是代码 (this question wants words, but the line has code)")
        _hear(interview)
    interview.leave()


def hold_over_jsonl(interview: Interview, answers: TextIO, out: TextIO) -> None:
    """The same as a conversation: one JSON object a line each way, the Scorecard last.

    A line that makes no sense is answered with `{"error": …}` and nothing changes.
    """

    def tell(document: dict[str, Any]) -> None:
        out.write(json.dumps(document, ensure_ascii=False) + "\n")
        out.flush()

    interview.collect(at_once=True)
    said = _hear(interview) or _last_said(interview)
    while True:
        if said is not None:
            tell(_turn_json(interview, said))
        if interview.is_over:
            break
        line = answers.readline()
        if not line:
            interview.leave()
            break
        said = None
        if not line.strip():
            continue
        try:
            _give(interview, json.loads(line))
        except json.JSONDecodeError as error:
            tell({"error": f"不是 JSON (no JSON): {error.msg}"})
        except UsageError as error:
            tell({"error": str(error)})
        except InterviewClosed as error:
            tell({"error": str(error)})
            interview.collect(at_once=True)
        else:
            said = _hear(interview)
    tell({"id": interview.id, "scorecard": interview.scorecard().model_dump(mode="json")})


def hold_in_terminal(interview: Interview) -> None:
    """A conversation typed by a person; code is pasted and ends with a line EOF. Ctrl-C leaves, for later."""
    from rich.console import Console
    from rich.panel import Panel
    from rich.text import Text

    console = Console()
    start = "terminal_start" if interview.started.plan.paper is None else "terminal_start_paper"
    console.print(words(start, interview.language, id=interview.id), style="dim")
    tried: dict[str, str] = {}
    try:
        interview.collect(at_once=True)
        said = _hear(interview) or _last_said(interview)
        while True:
            if said is not None:
                _print_said(console, interview, said)
            if interview.is_over:
                break
            if interview.problem is not None and said is not None and said.move in _HANDS_OVER:
                statement = interview.problem.own_statement(interview.language)
                starters = "\n\n".join(interview.problem.starters.values())
                console.print(Panel(Text(f"{statement}\n\n{starters}"), title=interview.problem.slug))
                console.print(words("terminal_code", interview.language, end=CODE_ENDS, samples=SAMPLES), style="dim")
            given = in_time(interview, lambda: _typed(interview, tried))
            if given is None:
                console.print(words("terminal_time_over", interview.language), style="bold")
                break
            if "samples" in given and interview.problem is not None:
                tried[interview.problem.slug] = given["samples"]
                _print_samples(console, interview, interview.problem, given["samples"])
                said = None
                continue
            _give(interview, given)
            said = _hear(interview)
    except (KeyboardInterrupt, EOFError):
        console.print()
        console.print(words("terminal_left", interview.language, id=interview.id), style="dim")
        return
    print_scorecard(interview)


def print_scorecard(interview: Interview) -> None:
    """The Scorecard on stdout."""
    from rich.console import Console
    from rich.markdown import Markdown

    lines = [*result_lines(interview), *scorecard_markdown(interview.scorecard(), interview.language)]
    Console().print(Markdown("\n".join(lines)))


def _hear(interview: Interview) -> Said | None:
    """Lets the interviewer speak; the utterance as a whole."""
    whole = None
    for piece in interview.speak():
        if isinstance(piece, Said):
            whole = piece
    return whole


def _last_said(interview: Interview) -> Said | None:
    return next((event for event in reversed(interview.events) if isinstance(event, Said)), None)


def _give(interview: Interview, given: object) -> None:
    if isinstance(given, dict) and isinstance(given.get("code"), str):
        interview.submit(given["code"], _code_language(given, interview.problem))
    elif isinstance(given, dict) and isinstance(given.get("text"), str):
        interview.answer(given["text"])
    else:
        raise UsageError('要 {"text": …} 或 {"code": …} (one of these is needed)')


def _code_language(given: dict[str, Any], problem: Problem | None) -> CodeLanguage:
    """As the line says under `code_language`; else C++ where the code begins as only C++ does."""
    if "code_language" not in given:
        return "cpp" if problem and problem.cpp and given["code"].lstrip().startswith(_CPP_BEGINS) else "python"
    languages: dict[Any, CodeLanguage] = {"python": "python", "cpp": "cpp"}
    if isinstance(given["code_language"], str) and given["code_language"] in languages:
        return languages[given["code_language"]]
    raise UsageError('code_language 要是 "python" 或 "cpp" (must be one of these)')


def _typed(interview: Interview, tried: Mapping[str, str]) -> dict[str, str]:
    """A line of text, or code; tried: by problem, what its samples were run on last."""
    line = input(prompt(interview))
    if interview.problem is not None and line == CODE_ENDS and interview.problem.slug in tried:
        return {"code": tried[interview.problem.slug]}
    if interview.problem is None or not _looks_like_code(line):
        return {"text": line}
    lines = [line]
    while (line := input()) not in (CODE_ENDS, SAMPLES):
        lines.append(line)
    return {"code" if line == CODE_ENDS else "samples": "\n".join(lines) + "\n"}


def _looks_like_code(line: str) -> bool:
    return line.startswith(("def ", "class ", "import ", "from ", "#", "@", '"""', *_CPP_BEGINS))


def _question_of(interview: Interview, said: Said) -> PlannedQuestion | None:
    current = interview.state.current
    return current if current is not None and current.id == said.question else None


def _turn_json(interview: Interview, said: Said) -> dict[str, Any]:
    question = _question_of(interview, said)
    return {
        "turn": said.turn,
        "move": said.move.value,
        "text": said.text,
        "question": question_json(question) if question else None,
        "problem": said.problem,
        "done": interview.is_over,
    }


def _print_said(console: Any, interview: Interview, said: Said) -> None:
    from rich.markdown import Markdown
    from rich.text import Text

    if said.feedback:
        console.print(Markdown(said.feedback), style="green")
    if said.notice:
        console.print(Text(said.notice), style="yellow")
    console.print()
    console.print(Markdown(said.text))
    question = _question_of(interview, said)
    if question is not None and said.move in ("ask", "follow_up", *_HANDS_OVER):
        console.print(Text(citation(question, interview.language)), style="dim")


def _print_samples(console: Any, interview: Interview, problem: Problem, code: str) -> None:
    from rich.text import Text

    result = interview.try_samples(code, _code_language({"code": code}, problem))
    verdict = words(f"verdict_{result.verdict.value}", interview.language)
    told = words("terminal_samples", interview.language, verdict=verdict, passed=result.passed, total=result.total)
    console.print(Text("\n".join(filter(None, (told, result.message, result.printed.rstrip())))))
    console.print(words("terminal_samples_then", interview.language, end=CODE_ENDS), style="dim")


def _read_code(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"读不了代码 (cannot read the code): {path}: {error}") from error
