"""A reply that comes whole, waited for no longer than its budget: vectors, recognised speech, speech."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, TypeVar

from bot.errors import EndpointError
from bot.llm.chat import Patience

if TYPE_CHECKING:
    from bot.llm.failures import Named

Reply = TypeVar("Reply")
Ask = Callable[[threading.Event], Reply]
"""Makes one request; whoever is given up on should notice by the event."""


def whole_reply(ask: Ask[Reply], patience: Patience, named: Named) -> Reply:
    """What one request brings, or a second one where that may help.

    Args:
        patience: Time budgets, of a request with its second try.
        named: The variables that a failure speaks of.

    Raises:
        EndpointError: it could not be reached, refused, took longer than its budget, or sent what is no reply.
    """
    from bot.llm.failures import AskedToWait

    began = time.monotonic()
    for tries_left in range(patience.retries, -1, -1):
        try:
            return _answered(ask, patience, named, began)
        except EndpointError as error:
            asked = error.seconds if isinstance(error, AskedToWait) else 0.0
            pause = max(asked, patience.before_retry)
            too_late = time.monotonic() + pause - began >= patience.silence
            if not error.retry or not tries_left or too_late:
                raise
        time.sleep(pause)
    raise AssertionError("the last try returns or raises")


def _answered(ask: Ask[Reply], patience: Patience, named: Named, began: float) -> Reply:
    """One request, in a thread of its own: a server that sends a byte now and then is bound by no timeout."""
    from bot.llm import failures

    arrived: SimpleQueue[Reply | EndpointError] = SimpleQueue()
    given_up = threading.Event()

    def read() -> None:
        try:
            arrived.put(ask(given_up))
        except Exception as error:  # noqa: BLE001 (the client leaks unrelated types on malformed replies)
            arrived.put(failures.mapped(error, named))

    threading.Thread(target=read, name="whole-reply", daemon=True).start()
    try:
        answer = arrived.get(timeout=max(0.0, began + patience.total - time.monotonic()))
    except Empty:
        raise failures.too_slow(patience.total) from None
    finally:
        given_up.set()
    if isinstance(answer, EndpointError):
        raise answer
    return answer
