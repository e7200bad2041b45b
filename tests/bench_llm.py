"""`python -m tests.bench_llm`: what a model costs an interview, in tokens sent and in CPU of our own.

The model is the tests' scripted endpoint in a process of its own. Nothing here passes or fails.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import SecretStr
from rich.console import Console
from rich.table import Table

from bot.config import Settings
from bot.interview import Interview
from bot.interviewers.llm import RECENT_TURNS
from bot.llm.tokens import estimated
from bot.schema import Answered, Said
from bot.services import Services
from tests.bot.llm import endpoint as server

TURNS = 40
AT_ONCE = 50
SECONDS_HELD_BACK = 5.0
"""Between the first words of a reply and the rest: by then all interviews have heard the first."""
FENCED = re.compile(r"^<<([0-9a-f]{16})>>\n(.*?)\n<<\1>>$", re.DOTALL | re.MULTILINE)
FIRST_WORDS = "嗯，我听到了。"
ANSWER = "我在项目里用 PyTorch 训练过检测模型，在验证集上比较过几种学习率。数据增强用了随机裁剪和翻转。"
PLACES = (("字节跳动", "HR面"), ("字节跳动", "四面"), ("影石 Insta360", "一面"), ("快手", "一面"), ("旷视", "一面"))


def to_be_said(request: server.Request) -> str:
    """What the model was told to say."""
    return str(FENCED.findall(request.message("user"))[-1][1])


def serve(pause: float) -> None:
    """Plays a model until the other end hangs up; its address is the first line."""
    with server.running() as scripted:
        scripted.script(lambda wire: server.stream([FIRST_WORDS, to_be_said(wire.request)], pause=pause)(wire))
        print(scripted.base_url, flush=True)
        sys.stdin.read()


@contextmanager
def served(folder: str, pause: float) -> Iterator[Services]:
    command = [sys.executable, "-m", "tests.bench_llm", "serve", str(pause)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        address = process.stdout.readline().strip()
        # The scripted model scores nothing; what a scorer is sent does not depend on the turns before.
        services = Services(
            Settings(data=Path(folder), model="m", base_url=address, api_key=SecretStr("k"), scorer="lexical")
        )
        try:
            yield services
        finally:
            services.close()
            process.stdin.close()
            process.terminate()


def tokens_sent(services: Services) -> list[tuple[int, int]]:
    """Of each turn: tokens that were sent, and those of the same request with all that was said so far in it."""
    sent: list[tuple[int, int]] = []
    for company, round_name in PLACES:
        interview = Interview.begin(services, company=company, round_name=round_name, seed=1)
        history = 0
        counted: list[tuple[int, int]] = []
        while not interview.is_over and len(counted) < TURNS:
            *_, said = interview.speak()
            if isinstance(said, Said) and said.tokens is not None:
                counted.append((said.tokens.asked, said.tokens.asked + history))
            if not interview.is_over:
                interview.answer(ANSWER)
            spoken = [event.text for event in interview.events if isinstance(event, Said | Answered)]
            # What is no longer among the turns that are sent with every request, nor the answer of just now.
            history = estimated(spoken[: -RECENT_TURNS - 1], ()).asked
        sent = max(sent, counted, key=len)
        if len(sent) >= TURNS:
            break
    return sent


def cpu_before_the_first_words(services: Services) -> tuple[float, int]:
    """CPU seconds a turn until its first words are shown, many interviews at once, and how many heard the model."""
    interviews = [
        Interview.begin(services, company=PLACES[at % len(PLACES)][0], round_name=PLACES[at % len(PLACES)][1], seed=at)
        for at in range(AT_ONCE)
    ]
    together, heard = threading.Barrier(AT_ONCE + 1), threading.Semaphore(0)

    def listen(interview: Interview) -> None:
        together.wait()
        pieces = interview.speak()
        next(pieces)
        heard.release()
        for _ in pieces:
            pass

    threads = [threading.Thread(target=listen, args=(interview,)) for interview in interviews]
    for thread in threads:
        thread.start()
    together.wait()
    began = time.process_time()
    for _ in interviews:
        heard.acquire()
    taken = time.process_time() - began
    for thread in threads:
        thread.join()
    return taken / AT_ONCE, sum(any(event.type == "speaking" for event in each.events) for each in interviews)


def main() -> None:
    console = Console()
    with tempfile.TemporaryDirectory() as folder, served(folder, SECONDS_HELD_BACK) as services:
        began = time.process_time()
        list(Interview.begin(services, company=PLACES[0][0], round_name=PLACES[0][1], seed=0).speak())
        first = time.process_time() - began
        each, heard = cpu_before_the_first_words(services)
    with tempfile.TemporaryDirectory() as folder, served(folder, 0.0) as services:
        sent = tokens_sent(services)
    table = Table("turn", "tokens sent", "with the whole history", "ratio")
    for turn in range(0, len(sent), 5):
        ours, whole = sent[turn]
        table.add_row(str(turn + 1), str(ours), str(whole), f"{ours / whole:.2f}")
    ours, whole = (sum(column) for column in zip(*sent, strict=True))
    table.add_row(f"all {len(sent)}", str(ours), str(whole), f"{ours / whole:.2f}")
    console.print(table)
    console.print(
        f"CPU until the first words, {AT_ONCE} interviews at once: {each * 1000:.1f} ms each ({heard} heard the model)"
    )
    console.print(f"the first turn of a process, with all that is read and imported once: {first:.1f} s")


if __name__ == "__main__":
    if sys.argv[1:2] == ["serve"]:
        serve(float(sys.argv[2]))
    else:
        main()
