"""The stack against numpy's arrays, the leak tracker against reading the whole log again for each answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

Reference = Callable[[str, str], Any]


def test_stack_agrees_with_an_array(reference: Reference, rng: np.random.Generator) -> None:
    make = reference("implement-stack", "Stack")
    for _ in range(200):
        stack, held = make(), np.zeros(0, np.int64)
        for choice in rng.integers(0, 5, 30).tolist():
            if choice < 3:
                value = int(rng.integers(-9, 10))
                stack.push(value)
                held = np.append(held, value)
            elif held.size:
                stack.pop()
                held = held[:-1]
            else:
                with pytest.raises(IndexError):
                    stack.pop()
            assert stack.empty() == (held.size == 0)
            assert [stack[i] for i in range(held.size)] == held.tolist()
            for beyond in (-1, held.size):
                with pytest.raises(IndexError):
                    stack[beyond]


Event = tuple[str, int, Any]


def replayed(log: list[Event]) -> dict[int, Any]:
    """Live blocks by address."""
    live = {}
    for name, addr, block in log:
        if name == "alloc":
            live[addr] = block
        else:
            live.pop(addr, None)
    return live


def test_leaks_agree_with_a_replay(reference: Reference, rng: np.random.Generator) -> None:
    make = reference("memory-leak-tracker", "LeakTracker")
    for _ in range(200):
        tracker, log = make(), []
        for _ in range(25):
            addr = 8 * int(rng.integers(0, 5))
            live = replayed(log)
            if addr and rng.random() < 0.5:
                block = (int(rng.integers(1, 9)), "ab"[int(rng.integers(2))], int(rng.integers(1, 3)), "new")
                if addr in live:
                    with pytest.raises(ValueError, match="live"):
                        tracker.alloc(addr, *block)
                else:
                    tracker.alloc(addr, *block)
                    log.append(("alloc", addr, block))
            else:
                kind = ("delete", "delete[]")[int(rng.integers(2))]
                said = tracker.free(addr, kind)
                known = any(name == "alloc" and other == addr for name, other, _ in log)
                if addr == 0:
                    assert said == "ok"
                elif addr in live:
                    assert said == ("ok" if kind == "delete" else "mismatch")
                    log.append(("free", addr, None))
                else:
                    assert said == ("double-free" if known else "unknown")
            blocks = [*replayed(log).values()]
            assert tracker.live_bytes() == sum(size for size, *_ in blocks)
            places = {(file, line) for _, file, line, _ in blocks}
            rows = [
                (*place, len(sizes), sum(sizes))
                for place in places
                for sizes in [[size for size, *where in blocks if tuple(where[:2]) == place]]
            ]
            assert tracker.report() == sorted(rows, key=lambda row: (-row[3], row[0], row[1]))
