"""The wire format: everything comes back as it was, and no bytes do harm."""

from __future__ import annotations

import contextlib
import struct
import sys
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox import wire
from sandbox.values import portable


def round_trip(value: Any) -> Any:
    return wire.decode(b"".join(wire.encode(value)))


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary(),
    lambda inner: st.lists(inner) | st.tuples(inner, inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(PLAIN)
def test_plain_data_comes_back_with_its_types(value: Any) -> None:
    back = round_trip(value)

    assert back == value
    assert repr(back) == repr(value)


@pytest.mark.parametrize("dtype", wire.DTYPES)
@pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 0, 3), (2, 3, 4)])
def test_arrays_come_back(dtype: str, shape: tuple[int, ...]) -> None:
    value = np.ones(shape, dtype=dtype)

    back = round_trip(value)

    assert back.dtype == value.dtype
    assert back.shape == shape
    assert np.array_equal(back, value)
    assert back.flags.writeable


def test_non_contiguous_arrays_stay_non_contiguous() -> None:
    strided = np.arange(24.0).reshape(3, 8)[:, ::2]
    transposed = np.arange(6).reshape(2, 3).T

    assert np.array_equal(round_trip(strided), strided)
    assert not round_trip(strided).flags.c_contiguous
    assert np.array_equal(round_trip(transposed), transposed)
    assert round_trip(transposed).flags.f_contiguous


def test_shared_arrays_are_views_and_the_others_are_copies() -> None:
    values = np.arange(6.0).reshape(2, 3)
    data = bytearray(b"".join(wire.encode([values, values.T])))

    for share in (False, True):
        first, second = wire.decode(data, share=share)
        assert np.array_equal(first, values)
        assert np.array_equal(second, values.T)
        assert second.flags.f_contiguous
        assert np.shares_memory(first, np.frombuffer(data, np.uint8)) == share
        assert not np.shares_memory(second, np.frombuffer(data, np.uint8))


@pytest.mark.parametrize("tag", [b"d", b"e"])
@pytest.mark.parametrize(("count", "refused"), [(wire.MAX_ALIKE, False), (wire.MAX_ALIKE + 1, True)])
def test_only_so_many_keys_may_hash_alike(tag: bytes, count: int, refused: bool) -> None:
    keys = [index * sys.hash_info.modulus for index in range(count)]
    data = b"".join(wire.encode(dict.fromkeys(keys) if tag == b"d" else set(keys)))

    assert len({hash(key) for key in keys}) == 1
    if refused:
        with pytest.raises(wire.WireError, match="hash alike"):
            wire.decode(data)
    else:
        assert set(wire.decode(data)) == set(keys)


def test_digest_does_not_depend_on_layout() -> None:
    strided = np.arange(24.0).reshape(3, 8)[:, ::2]

    assert wire.digest(strided) == wire.digest(strided.copy())
    assert wire.digest(strided) != wire.digest(strided + 1)


def test_tensors_scalars_and_packed_lists_come_back() -> None:
    tensor = round_trip(wire.Tensor(np.ones(3, np.float32), "bfloat16"))

    assert tensor.dtype == "bfloat16"
    assert round_trip(np.float32(1.5)) == np.float32(1.5)
    assert type(round_trip(np.float32(1.5))) is np.float32
    assert round_trip(list(range(1000))) == list(range(1000))
    assert round_trip([2**70] * 20) == [2**70] * 20
    assert round_trip([0.5] * 20) == [0.5] * 20
    assert all(type(item) is bool for item in round_trip([True] * 20))


@pytest.mark.parametrize("make", wire.RECIPES)
def test_recipes_come_back(make: str) -> None:
    assert round_trip([wire.Recipe(make, {"seed": 3})]) == [wire.Recipe(make, {"seed": 3})]


@given(st.lists(st.integers() | st.none() | st.booleans() | st.text() | st.just([1]), min_size=60, max_size=90))
def test_integers_mixed_with_a_few_others_come_back(value: list[Any]) -> None:
    long = [*value, *range(400)]

    back = round_trip(long)

    assert back == long
    assert list(map(type, back)) == list(map(type, long))


def test_a_million_mixed_values_take_little_room() -> None:
    value = [*range(100_000), None, "x", [3]]

    assert sum(map(len, wire.encode(value))) < 9 * len(value)


def mixed(integers: list[int], places: Any, others: Any) -> bytes:
    parts = [*wire.encode(integers), *wire.encode(places), *wire.encode(others)]
    return b"m" + b"".join(map(bytes, parts))


@pytest.mark.parametrize(
    "data",
    [
        mixed([1, 2], [2], [None]),
        mixed([1, 2], [-1], [None]),
        mixed([1, 2], [0, 1], [None]),
        mixed([1, 2], [True], [None]),
        mixed([1, 2], (0,), [None]),
        mixed([1, 2], None, [None]),
        b"R\xff" + b"N",
        b"R\x00",
    ],
)
def test_broken_mixed_lists_and_recipes_are_refused(data: bytes) -> None:
    with pytest.raises(wire.WireError):
        wire.decode(data)


def test_digest_of_a_set_does_not_depend_on_its_order() -> None:
    names = [f"name {number}" for number in range(50)]

    assert wire.digest(set(names)) == wire.digest(frozenset(reversed(names)))
    assert wire.digest(set(names)) != wire.digest(set(names[1:]))


def test_dictionaries_of_the_standard_library_become_plain() -> None:
    for value in (defaultdict(list, a=[1]), OrderedDict(a=[1])):
        assert type(round_trip(value)) is dict
    assert round_trip(Counter("aab")) == {"a": 2, "b": 1}


class Corner(NamedTuple):
    x: int
    y: object


class LyingTuple(tuple[int, ...]):
    def __iter__(self) -> Iterator[int]:
        return iter((1, 2))


def test_a_named_tuple_becomes_a_tuple() -> None:
    assert portable([Corner(3, Corner(4, [5]))]) == [(3, (4, [5]))]
    assert type(portable(Corner(3, 4))) is tuple
    assert portable(np.linalg.eigh(np.eye(2)))[0].tolist() == [1, 1]
    assert portable(LyingTuple((3, 4))) == (3, 4)


class LyingList(list[int]):
    pass


@pytest.mark.parametrize(
    "value",
    [
        object(),
        print,
        LyingList([1]),
        (item for item in ()),
        np.array(["text"]),
        np.array([object()]),
        np.ma.masked_array([1.0]),
        np.zeros(2, dtype=">f8"),
        1 << 100_000,
        complex(1, 2),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_may_not_travel_is_refused(value: Any) -> None:
    with pytest.raises(wire.WireError):
        wire.encode(value)


def test_cycles_and_depth_are_refused() -> None:
    cycle: list[Any] = []
    cycle.append(cycle)

    with pytest.raises(wire.WireError, match="nested"):
        wire.encode(cycle)


def test_too_many_bytes_and_items_are_refused() -> None:
    with pytest.raises(wire.WireError, match="large"):
        wire.encode(b"x" * 1000, max_bytes=100)
    with pytest.raises(wire.WireError, match="items"):
        wire.decode(b"".join(wire.encode([None] * 100)), items=100)
    with pytest.raises(wire.WireError, match="items"):
        wire.decode(b"".join(wire.encode([[1, 2, 3]] * 25)), items=100)
    with pytest.raises(wire.WireError, match="items"):
        wire.encode([None] * (wire.MAX_ITEMS + 1))


SIZE = struct.Struct("<Q")


def array_bytes(label: int, layout: int, shape: tuple[int, ...], raw: bytes) -> bytes:
    return b"a" + bytes((label, layout, len(shape))) + struct.pack(f"<{len(shape)}Q", *shape) + raw


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"Z", id="unknown tag"),
        pytest.param(b"NN", id="bytes left over"),
        pytest.param(b"f123", id="cut float"),
        pytest.param(b"s" + SIZE.pack(2**63) + b"x", id="huge string"),
        pytest.param(b"s" + SIZE.pack(1) + b"\xff", id="not UTF-8"),
        pytest.param(b"l" + SIZE.pack(2**60), id="huge list"),
        pytest.param(b"d" + SIZE.pack(1) + b"l" + SIZE.pack(0) + b"N", id="unhashable key"),
        pytest.param(b"e" + SIZE.pack(1) + b"l" + SIZE.pack(0), id="unhashable item"),
        pytest.param((b"l" + SIZE.pack(1)) * 100 + b"N", id="too deep"),
        pytest.param(b"i" + struct.pack("<H", 60000), id="huge integer"),
        pytest.param(b"i" + struct.pack("<H", 0), id="integer without bytes"),
        pytest.param(b"q" + SIZE.pack(7) + b"1234567", id="broken packed list"),
        pytest.param(array_bytes(250, 0, (1,), b""), id="unknown dtype"),
        pytest.param(array_bytes(1, 9, (1,), b"x"), id="unknown layout"),
        pytest.param(array_bytes(1, 0, (2**40, 2**40), b"x"), id="shape that overflows"),
        pytest.param(array_bytes(1, 0, (0, 2**62), b""), id="empty shape that overflows"),
        pytest.param(array_bytes(1, 0, (5,), b"x"), id="array without its bytes"),
        pytest.param(array_bytes(0, 0, (1,), b"\x07"), id="bool that is neither"),
        pytest.param(b"g" + array_bytes(1, 0, (1,), b"x")[1:], id="scalar with dimensions"),
    ],
)
def test_hostile_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(wire.WireError):
        wire.decode(data)


@given(st.binary(max_size=200))
def test_random_bytes_do_nothing_worse_than_a_wire_error(data: bytes) -> None:
    with contextlib.suppress(wire.WireError):
        wire.decode(data)


@given(st.data())
def test_damaged_frames_do_nothing_worse_than_a_wire_error(data: st.DataObject) -> None:
    good = bytearray(b"".join(wire.encode({"a": [1, 2.5, "x", np.ones((2, 3))], "b": (None, True, {1, 2})})))
    for _ in range(3):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))

    with contextlib.suppress(wire.WireError):
        wire.decode(good)
