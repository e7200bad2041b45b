"""Whether a value is the expected one, and if not, where it first differs.

numpy only. `got` comes from the submission's process: it was decoded by sandbox.wire, hence has plain types,
and nothing of it is ever broadcast, converted or called.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, Literal

import numpy as np

from sandbox.wire import Tensor

Array = np.ndarray[Any, Any]


WINDOW = 2
"""How many neighbours of a difference are shown on each side."""

BLOCK = 1 << 14
"""So many elements are compared at once: what is computed of them stays in the processor's cache."""

_PLAIN = frozenset({int, float, str, bool, type(None)})


@dataclass(frozen=True)
class Mismatch:
    """The first difference: the key of a template in messages.yaml, and what fills it."""

    key: str
    details: dict[str, Any] = field(default_factory=dict)


def compare(
    want: Any,
    got: Any,
    *,
    mode: Literal["exact", "close", "unordered", "multiset_of_multisets"] = "exact",
    values: Literal["native", "scalars", "json"] = "native",
    dtype: Literal["exact", "kind"] = "exact",
    rtol: float = 0.0,
    atol: float = 0.0,
) -> Mismatch | None:
    """None where `got` counts as `want`; see `sandbox.problem.Compare` for the settings.

    Arrays: equal shape, equal dtype (or its kind), the same places infinite or NaN, then the tolerance. Other
    values: exactly equal types at every level (True is not 1, 1 is not 1.0), except that mode close takes an
    int for a float.
    """
    if values != "native":
        want, got = (_simplified(value, tuples=values == "scalars") for value in (want, got))
    if mode == "unordered":
        return _unordered(want, got, inner=False)
    if mode == "multiset_of_multisets":
        return _unordered(want, got, inner=True)
    tolerance = (rtol, atol) if mode == "close" else None
    return _same(want, got, "", tolerance, dtype)


def _simplified(value: Any, *, tuples: bool) -> Any:
    """Numpy scalars as Python scalars, and without `tuples` tuples as lists, at every level."""
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, list | tuple):
        kind = tuple if tuples and isinstance(value, tuple) else list
        kinds = set(map(type, value))
        if kinds <= _PLAIN or (kinds == {list} and set(map(type, chain.from_iterable(value))) <= _PLAIN):
            return value if type(value) is kind else kind(value)
        return kind(_simplified(item, tuples=tuples) for item in value)
    if isinstance(value, dict):
        # Keys and members of sets stay hashable.
        return {_simplified(key, tuples=True): _simplified(item, tuples=tuples) for key, item in value.items()}
    if isinstance(value, frozenset):
        return frozenset(_simplified(item, tuples=True) for item in value)
    return value


def kind_of(value: Any) -> str:
    """The type of a value as a candidate would write it."""
    if isinstance(value, Tensor):
        return "torch.Tensor"
    if isinstance(value, np.ndarray):
        return "np.ndarray"
    return "None" if value is None else type(value).__name__


def _same(want: Any, got: Any, at: str, tolerance: tuple[float, float] | None, dtype: str) -> Mismatch | None:
    if tolerance is not None and type(want) is float and type(got) in (int, float):
        return None if _near(want, got, *tolerance) else _differs(want, got, at)
    if type(want) is not type(got):
        return Mismatch("type", {"at": at, "want": kind_of(want), "got": kind_of(got)})
    if isinstance(want, Tensor):
        return _same_array(want.array, got.array, at, tolerance, dtype, (want.dtype, got.dtype))
    if isinstance(want, np.ndarray | np.generic):
        return _same_array(np.asarray(want), np.asarray(got), at, tolerance, dtype, (want.dtype.name, got.dtype.name))
    if isinstance(want, list | tuple):
        return _same_items(want, got, at, tolerance, dtype)
    if isinstance(want, dict):
        return _same_mapping(want, got, at, tolerance, dtype)
    if isinstance(want, frozenset):
        return None if _key(want) == _key(got) else _differs(want, got, at)
    if isinstance(want, float) and math.isnan(want):
        # As in arrays: where the reference has NaN, NaN is right.
        return None if math.isnan(got) else _differs(want, got, at)
    return None if want == got else _differs(want, got, at)


def _differs(want: Any, got: Any, at: str) -> Mismatch:
    return Mismatch("value", {"at": at, "want": want, "got": got})


def _near(want: float, got: float, rtol: float, atol: float) -> bool:
    try:
        value = float(got)
    except OverflowError:
        return False
    if not (math.isfinite(want) and math.isfinite(value)):
        return want == value or (math.isnan(want) and math.isnan(value))
    return abs(value - want) <= atol + rtol * abs(want)


def _same_items(want: Any, got: Any, at: str, tolerance: tuple[float, float] | None, dtype: str) -> Mismatch | None:
    if len(want) != len(got):
        lengths = {"at": at, "want": len(want), "got": len(got)}
        common = enumerate(zip(want, got, strict=False))
        first = next((index for index, pair in common if _same(*pair, "", tolerance, dtype) is not None), None)
        at_end = min(len(want), len(got))
        return Mismatch("length", lengths | {"around": _window(want, got, at_end if first is None else first, at)})
    kinds = set(map(type, want))
    if len(kinds) == 1 and kinds <= {int, str, bool} and kinds == set(map(type, got)) and want == got:
        return None
    for index, (left, right) in enumerate(zip(want, got, strict=True)):
        if (found := _same(left, right, f"{at}[{index}]", tolerance, dtype)) is not None:
            if "around" not in found.details and len(want) > 1:
                found.details["around"] = _window(want, got, index, at)
            return found
    return None


def _window(want: Any, got: Any, index: int, at: str) -> dict[str, Any]:
    """Both lists around an index, to be shown."""
    start, stop = max(index - WINDOW, 0), index + WINDOW + 1
    return {"place": f"{at}[{start}:{stop}]", "want": list(want[start:stop]), "got": list(got[start:stop])}


def _same_mapping(want: Any, got: Any, at: str, tolerance: tuple[float, float] | None, dtype: str) -> Mismatch | None:
    typed_want, typed_got = ({(type(key), key) for key in mapping} for mapping in (want, got))
    if typed_want != typed_got:
        missing = [key for kind, key in typed_want if (kind, key) not in typed_got]
        extra = [key for kind, key in typed_got if (kind, key) not in typed_want]
        return Mismatch("keys", {"at": at, "missing": sorted(map(repr, missing)), "extra": sorted(map(repr, extra))})
    for key, value in want.items():
        if (found := _same(value, got[key], f"{at}[{key!r}]", tolerance, dtype)) is not None:
            return found
    return None


def _same_array(
    want: Array,
    got: Array,
    at: str,
    tolerance: tuple[float, float] | None,
    dtype: str,
    names: tuple[str, str],
) -> Mismatch | None:
    if want.shape != got.shape:
        return Mismatch("shape", {"at": at, "want": want.shape, "got": got.shape})
    if names[0] != names[1] and (dtype == "exact" or want.dtype.kind != got.dtype.kind):
        return Mismatch("dtype", {"at": at, "want": names[0], "got": names[1]})
    inexact = want.dtype.kind in "fc"
    if _certainly_same(want, got, tolerance):
        return None
    if inexact:
        wrong = ~_same_where_not_finite(want, got)
        if wrong.any():
            return _array_difference(want, got, wrong, at, "not_finite")
    if tolerance is None or not inexact:
        return _array_difference(want, got, ~_equal(want, got), at, "array")
    rtol, atol = tolerance
    finite = np.isfinite(want)
    wide = np.complex128 if want.dtype.kind == "c" else np.float64
    left = np.where(finite, want, 0).astype(wide)
    right = np.where(finite, got, 0).astype(wide)
    with np.errstate(over="ignore"):
        # float64 values near the limit differ by infinity: that is a mismatch too.
        wrong = ~(np.abs(right - left) <= atol + rtol * np.abs(left))
    return _array_difference(want, got, wrong, at, "array")


def _certainly_same(want: Array, got: Array, tolerance: tuple[float, float] | None) -> bool:
    """Whether all is finite and within the tolerance, or equal; most arrays are, and this is the quick way to know."""
    if want.dtype.kind != "f" or tolerance is None:
        return bool((want == got).all())
    rtol, atol = tolerance
    left, right = want.reshape(-1), got.reshape(-1)
    # A difference that is infinite is none within a tolerance, however large the values.
    limit = np.finfo(np.float64).max
    with np.errstate(all="ignore"):
        for start in range(0, left.size, BLOCK):
            reference = left[start : start + BLOCK].astype(np.float64)
            difference = right[start : start + BLOCK].astype(np.float64)
            difference -= reference
            np.abs(difference, out=difference)
            np.abs(reference, out=reference)
            reference *= rtol
            reference += atol
            np.minimum(reference, limit, out=reference)
            if not (difference <= reference).all():
                return False
    return True


def _same_where_not_finite(want: Array, got: Array) -> Array:
    """Where both are finite, both NaN, or the same infinity."""
    both_nan = np.isnan(want) & np.isnan(got)
    neither = np.isfinite(want) & np.isfinite(got)
    return np.asarray(neither | both_nan | (~np.isfinite(got) & (want == got)))


def _equal(want: Array, got: Array) -> Array:
    equal = want == got
    if want.dtype.kind in "fc":
        equal = equal | (np.isnan(want) & np.isnan(got))
    return np.asarray(equal)


def _array_difference(want: Array, got: Array, wrong: Array, at: str, key: str) -> Mismatch | None:
    """The largest difference among the places that are wrong; None where none is."""
    count = int(np.count_nonzero(wrong))
    if count == 0:
        return None
    flat_want, flat_got, flat_wrong = want.reshape(-1), got.reshape(-1), wrong.reshape(-1)
    places = np.flatnonzero(flat_wrong)
    wide = np.complex128 if want.dtype.kind == "c" else np.float64
    with np.errstate(all="ignore"):
        sizes = np.abs(flat_got[places].astype(wide) - flat_want[places].astype(wide))
    worst = int(places[int(np.argmax(np.nan_to_num(sizes, nan=np.inf)))])
    where = tuple(int(index) for index in np.unravel_index(worst, want.shape)) if want.ndim else ()
    around: dict[str, Any] = {}
    if want.ndim and want.shape[-1] > 1:
        start, stop = max(where[-1] - WINDOW, 0), where[-1] + WINDOW + 1
        place = ", ".join([*map(str, where[:-1]), f"{start}:{stop}"])
        row: Any = (*where[:-1], slice(start, stop))
        around = {"around": {"place": f"{at}[{place}]", "want": want[row], "got": got[row]}}
    return Mismatch(
        key,
        {
            **around,
            "at": at,
            "count": count,
            "size": want.size,
            "where": list(where),
            "want": flat_want[worst].item(),
            "got": flat_got[worst].item(),
            "difference": float(np.max(sizes)) if sizes.size else 0.0,
            "shape": want.shape,
        },
    )


def _unordered(want: Any, got: Any, *, inner: bool) -> Mismatch | None:
    if type(got) is not type(want) or type(want) is not list:
        return Mismatch("type", {"at": "", "want": kind_of(want), "got": kind_of(got)})
    if inner:
        for index, item in enumerate(got):
            if type(item) is not list:
                return Mismatch("type", {"at": f"[{index}]", "want": "list", "got": kind_of(item)})
    key_of: Callable[[list[Any]], Any] = _inner_key if inner else _key
    if _are_rows_of_integers(want) and _are_rows_of_integers(got):
        key_of = _sorted_row if inner else tuple
    wanted = [*map(key_of, want)]
    missing = Counter(wanted)
    extra = []
    # Hostile keys are looked up but never become part of a dict: thousands that hash alike would make one slow.
    for item in got:
        key = key_of(item)
        if missing[key]:
            missing[key] -= 1
        else:
            extra.append(item)
    lacking = sum(missing.values())
    if not lacking and not extra:
        return None
    return Mismatch(
        "multiset",
        {
            "missing": lacking,
            "extra": len(extra),
            "missing_example": next((item for item, key in zip(want, wanted, strict=True) if missing[key]), None),
            "extra_example": extra[0] if extra else None,
        },
    )


def _are_rows_of_integers(items: list[Any]) -> bool:
    return set(map(type, items)) <= {list} and set(map(type, chain.from_iterable(items))) <= {int}


def _sorted_row(items: list[int]) -> tuple[int, ...]:
    return tuple(sorted(items))


def _inner_key(items: list[Any]) -> Any:
    """`_key` of a list in which the order does not count."""
    return tuple(sorted(map(_key, items), key=repr))


def _key(value: Any) -> Any:
    """Something hashable that is equal exactly where the values count as equal, types included."""
    if isinstance(value, list | tuple):
        kinds = set(map(type, value))
        if len(kinds) == 1 and (kind := kinds.pop()) in (int, str, bool):
            # Said once for all items: long lists of one type are common.
            return (type(value).__name__, kind.__name__, tuple(value))
        return (type(value).__name__, tuple(_key(item) for item in value))
    if isinstance(value, dict):
        return ("dict", frozenset((_key(key), _key(item)) for key, item in value.items()))
    if isinstance(value, frozenset):
        return ("set", frozenset(_key(item) for item in value))
    if isinstance(value, np.ndarray | Tensor):
        array = value.array if isinstance(value, Tensor) else value
        return (kind_of(value), array.dtype.name, array.shape, array.tobytes())
    return (type(value).__name__, value)
