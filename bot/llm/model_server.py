"""A llama.cpp server on one model file, as a process of its own: a broken file must not end the app.

Started by `bot.llm.model_file` as a script. The key comes in as the first line of the input; the address goes out as
one line of JSON, or the reason why there is none. It ends when its input does, and so with whoever started it.
"""

from __future__ import annotations

import json
import os
import sys

CONTEXT_TOKENS = 16_384
"""Longest prompt and answer together. Prompts are bounded; more would only take memory."""


def main(file: str) -> None:
    key = sys.stdin.readline().strip()
    try:
        import xllamacpp
    except ImportError as error:
        say(error=f"import: {error}")
        return
    settings = xllamacpp.CommonParams()
    settings.model.path = file
    settings.hostnames = ["127.0.0.1"]
    settings.port = 0
    settings.api_keys = [key]
    settings.n_ctx = CONTEXT_TOKENS
    # One interview at a time has the whole context.
    settings.n_parallel = 1
    settings.ui = False
    settings.endpoint_slots = False
    settings.offline = True
    settings.verbosity = 0
    try:
        server = xllamacpp.Server(settings)
    except RuntimeError as error:
        say(error=str(error))
        return
    say(address=server.listening_address)
    sys.stdin.read()
    # Taking the server down may hang while it is still settling in, and there is nothing to save.
    os._exit(0)


def say(**line: str) -> None:
    print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
