"""When an endpoint that was waited for in vain is waited for again.

A refusal or a broken reply costs a turn no time, so the next turn tries again. Who cannot be reached or says nothing
costs every turn its whole budget; after a second time in a row turns go without for a while, then one tries again.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from bot.errors import EndpointError, OverBudget

MOST_IN_VAIN = 2
"""Waits in a row, in one turn or in several, before the endpoint rests."""
REST_SECONDS = 60.0


@dataclass
class Rest:
    """Of one endpoint and model, for the process."""

    in_vain: int = 0
    until: float = 0.0
    """Time (monotonic)."""

    def admit(self) -> None:
        """Raises EndpointError while the endpoint rests."""
        from bot.llm import failures

        left = self.until - time.monotonic()
        if left > 0:
            raise failures.resting(left)

    def note(self, failure: EndpointError | None) -> None:
        """Takes down how a request ended."""
        from bot.llm import failures

        if isinstance(failure, failures.WaitedInVain):
            self.in_vain += 1
            if self.in_vain >= MOST_IN_VAIN:
                self.until = time.monotonic() + REST_SECONDS
        elif not isinstance(failure, OverBudget | failures.TurnOver):
            # Even a refusal shows that somebody is there; the other two say nothing of the endpoint.
            self.in_vain, self.until = 0, 0.0
