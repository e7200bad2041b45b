"""What one round of a season tells the next."""

from __future__ import annotations

from bot.data import Data


class WeakPoint(Data):
    """A card that was answered poorly in an earlier round of a season, and not taken up again since."""

    card: str
    round: str


class EarlierRounds(Data):
    """What the rounds of a season before this one asked and found."""

    asked: tuple[str, ...] = ()
    """Ids of questions."""
    cards: tuple[str, ...] = ()
    """Cards about one concept that were asked about."""
    problems: tuple[str, ...] = ()
    weak: tuple[WeakPoint, ...] = ()
    """Weakest first."""
