"""Values as bytes between processes that do not trust each other.

Covers plain Python data, numpy arrays, tensors (as arrays) and recipes. Anything else, subclasses included, is refused
by the encoder; the decoder takes every byte for hostile and checks each size before it allocates. Objects are
never pickled.

A frame is an 8-byte little-endian length and that many bytes of one encoded value. A value is a one-byte tag
and a body.
"""

from __future__ import annotations

import builtins
import struct
from array import array
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

import numpy as np
from numpy import ascontiguousarray, ndarray, uint8

# The submission may replace what the module builtins holds; functions of this one keep what they found at first. The
# same goes for the functions of other modules that are imported by name above.
globals()["__builtins__"] = vars(builtins).copy()

MAX_DEPTH = 48
MAX_ITEMS = 8_000_000
MAX_BYTES = 1 << 30
MAX_DIMENSIONS = 16
# 4093 digits: below the length that Python refuses to print.
MAX_INTEGER_BYTES = 1700

DTYPES = (
    "bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64",
    "float16", "float32", "float64", "complex64", "complex128",
)  # fmt: skip
TENSOR_DTYPES = (*DTYPES, "bfloat16")

HEADER = struct.Struct("<Q")
_SIZE = struct.Struct("<Q")
_LENGTH = struct.Struct("<H")
_FLOAT = struct.Struct("<d")
_SHAPES = tuple(struct.Struct(f"<{ndim}Q") for ndim in range(MAX_DIMENSIONS + 1))

C_ORDER, FORTRAN_ORDER, STRIDED = 0, 1, 2
_INTEGER, _INTEGERS = b"iq"

_SMALL_PART = 1 << 14

LARGE_ITEM = 8
"""What counts as so many items: all but numbers, truth values and None. It takes up more bytes, and more time."""

MAX_ALIKE = 64
"""Keys of a dict or members of a set that may share a hash: with thousands, each further one takes longer."""


class WireError(ValueError):
    """Bytes that no encoder of ours wrote, or a value that may not travel."""


@dataclass(frozen=True, eq=False)
class Tensor:
    """A torch tensor without torch: its values as an array and the name of its dtype (bfloat16 travels as
    float32).
    """

    array: ndarray[Any, Any]
    dtype: str


RECIPES = ("torch_generator", "numpy_generator", "given", "result", "shared", "folder", "path", "self")


@dataclass(frozen=True)
class Recipe:
    """Something that does not travel but is made where it arrives; `make` says how, see sandbox/case.py."""

    make: str
    given: Any


def encode(value: object, *, max_bytes: int = MAX_BYTES, keep_layout: bool = True) -> list[bytes | memoryview]:
    """The value as buffers to be written one after the other.

    With `keep_layout`, arrays that are not C-contiguous are rebuilt non-contiguous on the other side.
    Raises WireError for types that may not travel, and for too deep, too many (see `max_items`) or too large values.
    """
    encoder = _Encoder(max_bytes, keep_layout)
    encoder.put(value, 0)
    return encoder.finished()


def frame(value: object, *, max_bytes: int = MAX_BYTES) -> list[bytes | memoryview]:
    """`encode`, with the header in front."""
    parts = encode(value, max_bytes=max_bytes)
    return [HEADER.pack(sum(len(part) for part in parts)), *parts]


def digest(value: object) -> str:
    """Fingerprint of a value that does not depend on memory layout; "unencodable" for what cannot travel."""
    state = sha256()
    try:
        for part in encode(value, keep_layout=False):
            state.update(part)
    except (WireError, RecursionError):
        return "unencodable"
    return state.hexdigest()[:32]


def max_items(max_bytes: int) -> int:
    """How many values a value of that size may consist of: taking it apart costs time for each."""
    return min(MAX_ITEMS, max_bytes // 4)


def decode(data: bytes | bytearray | memoryview, *, items: int = MAX_ITEMS, share: bool = False) -> Any:
    """The value in `data`, all of which must be used up. Raises WireError on anything else; never executes
    anything.

    items: how many values it may consist of. share: C-contiguous arrays are views of `data`, as writable as that is
    and perhaps not aligned; otherwise all are copies.
    """
    decoder = _Decoder(memoryview(data), items, share)
    value = decoder.get(0)
    if decoder.at != len(decoder.data):
        raise WireError(f"{len(decoder.data) - decoder.at} bytes after the value")
    return value


class _Encoder:
    def __init__(self, max_bytes: int, keep_layout: bool) -> None:
        self.parts: list[bytes | memoryview] = []
        self.small = bytearray()
        """The end of what is encoded so far: a write for each small value would be slow."""
        self.left = max_bytes
        self.items = max_items(max_bytes)
        self.keep_layout = keep_layout

    def add(self, part: bytes | memoryview) -> None:
        self.left -= len(part)
        if self.left < 0:
            raise WireError("the value is too large")
        if len(part) < _SMALL_PART:
            self.small += part
        else:
            self.finished().append(part)

    def finished(self) -> list[bytes | memoryview]:
        """All parts."""
        if self.small:
            self.parts.append(bytes(self.small))
            self.small = bytearray()
        return self.parts

    def sized(self, tag: bytes, body: bytes) -> None:
        self.add(tag + _SIZE.pack(len(body)))
        self.add(body)

    def put(self, value: Any, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise WireError(f"nested deeper than {MAX_DEPTH} levels")
        # The class is compared by identity: isinstance would call into a class that the candidate wrote.
        kind = type(value)
        self.items -= 1 if value is None or kind in _SMALL else LARGE_ITEM
        if self.items < 0:
            raise WireError("too many items")
        if value is None:
            self.add(b"N")
        elif kind is bool:
            self.add(b"T" if value else b"F")
        elif kind is int:
            self.put_integer(value)
        elif kind is float:
            self.add(b"f" + _FLOAT.pack(value))
        elif kind is str:
            self.sized(b"s", value.encode("utf-8", "surrogatepass"))
        elif kind is bytes:
            self.sized(b"b", value)
        elif kind is list:
            self.put_list(value, depth)
        elif kind is tuple:
            self.put_items(b"t", value, depth)
        elif kind is set or kind is frozenset:
            self.put_set(value, depth)
        elif kind is dict or kind is defaultdict or kind is OrderedDict or kind is Counter:
            pairs = list(dict.items(value))
            self.add(b"d" + _SIZE.pack(len(pairs)))
            for key, item in pairs:
                self.put(key, depth + 1)
                self.put(item, depth + 1)
        elif kind is ndarray:
            self.put_array(b"a", value, None)
        elif kind is Tensor:
            self.put_array(b"A", value.array, value.dtype)
        elif kind is Recipe:
            self.add(b"R" + bytes((RECIPES.index(value.make),)))
            self.put(value.given, depth + 1)
        elif kind in _SCALAR_TYPES:
            self.put_array(b"g", np.asarray(value), None)
        else:
            raise WireError(f"{kind.__module__}.{kind.__qualname__}"[:80])

    def put_set(self, value: set[Any] | frozenset[Any], depth: int) -> None:
        items = tuple(value)
        if not self.keep_layout:
            # For a digest: the order of a set differs from process to process.
            items = tuple(sorted(items, key=lambda item: b"".join(encode(item, keep_layout=False))))
        self.put_items(b"e", items, depth)

    def put_integer(self, value: int) -> None:
        size = (value.bit_length() + 8) // 8
        if size > MAX_INTEGER_BYTES:
            raise WireError(f"an integer of more than {MAX_INTEGER_BYTES} bytes")
        self.add(b"i" + _LENGTH.pack(size) + value.to_bytes(size, "little", signed=True))

    def put_list(self, value: list[Any], depth: int) -> None:
        if len(value) > self.items:
            raise WireError("too many items")
        # Lists of 100 000 numbers are common: packed, they cost a few bytes and no loop in Python.
        kinds = set(map(type, value))
        if len(value) > 2 and len(kinds) == 1:
            kind = kinds.pop()
            if kind is int:
                try:
                    return self.sized(b"q", array("q", value).tobytes())
                except OverflowError:
                    pass
            elif kind is float:
                return self.sized(b"r", array("d", value).tobytes())
        elif len(value) > 64 and int in kinds:
            others = [index for index, item in enumerate(value) if type(item) is not int]
            if len(others) * 4 < len(value):
                return self.put_mixed(value, others, depth)
        return self.put_items(b"l", value, depth)

    def put_mixed(self, value: list[Any], others: list[int], depth: int) -> None:
        """A list of integers with some other values among them: a million of them is common too."""
        integers = list(value)
        for index in others:
            integers[index] = 0
        self.add(b"m")
        self.put_list(integers, depth + 1)
        self.put_list(others, depth + 1)
        self.put_items(b"l", [value[index] for index in others], depth)

    def put_items(self, tag: bytes, items: list[Any] | tuple[Any, ...], depth: int) -> None:
        if len(items) > self.items:
            raise WireError("too many items")
        self.add(tag + _SIZE.pack(len(items)))
        for item in items:
            self.put(item, depth + 1)

    def put_array(self, tag: bytes, value: ndarray[Any, Any], tensor_dtype: str | None) -> None:
        name = value.dtype.name
        if name not in DTYPES or value.dtype.byteorder == ">":
            raise WireError(f"an array of dtype {value.dtype!s}"[:80])
        if value.ndim > MAX_DIMENSIONS:
            raise WireError(f"an array of {value.ndim} dimensions")
        layout = C_ORDER
        if self.keep_layout and not value.flags.c_contiguous:
            layout = FORTRAN_ORDER if value.flags.f_contiguous else STRIDED
        label = DTYPES.index(name) if tensor_dtype is None else TENSOR_DTYPES.index(tensor_dtype)
        self.add(tag + bytes((label, layout, value.ndim)) + _SHAPES[value.ndim].pack(*value.shape))
        if value.nbytes > self.left:
            raise WireError("the value is too large")
        if value.size:
            contiguous = ascontiguousarray(value)
            self.add(contiguous.reshape(-1).view(uint8).data)


class _Decoder:
    def __init__(self, data: memoryview, items: int, share: bool) -> None:
        self.data = data
        self.at = 0
        self.items = items
        self.share = share

    def take(self, size: int) -> memoryview:
        if size < 0 or size > len(self.data) - self.at:
            raise WireError("the data ends inside a value")
        self.at += size
        return self.data[self.at - size : self.at]

    def size(self) -> int:
        return int(_SIZE.unpack(self.take(8))[0])

    def count(self, smallest: int) -> int:
        """Number of items, each of which takes at least `smallest` bytes."""
        count = self.size()
        if count * smallest > len(self.data) - self.at:
            raise WireError("more items announced than there are bytes")
        return count

    def spend(self, items: int) -> None:
        self.items -= items
        if self.items < 0:
            raise WireError("too many items")

    def get(self, depth: int) -> Any:
        if depth > MAX_DEPTH:
            raise WireError(f"nested deeper than {MAX_DEPTH} levels")
        tag = bytes(self.take(1))
        self.spend(1 if tag in b"NTFif" else LARGE_ITEM)
        match tag:
            case b"N":
                return None
            case b"T":
                return True
            case b"F":
                return False
            case b"i":
                return self.get_integer()
            case b"f":
                return _FLOAT.unpack(self.take(8))[0]
            case b"s":
                return self.get_text()
            case b"b":
                return bytes(self.take(self.size()))
            case b"q" | b"r":
                return self.get_packed("q" if tag == b"q" else "d")
            case b"l":
                return self.get_items(depth)
            case b"m":
                return self.get_mixed(depth)
            case b"R":
                made = self.take(1)[0]
                if made >= len(RECIPES):
                    raise WireError("an unknown recipe")
                return Recipe(RECIPES[made], self.get(depth + 1))
            case b"t":
                return tuple(self.get_items(depth))
            case b"e":
                return self.get_set(depth)
            case b"d":
                return self.get_mapping(depth)
            case b"a":
                return self.get_array(DTYPES)[0]
            case b"A":
                return Tensor(*self.get_array(TENSOR_DTYPES))
            case b"g":
                value, _ = self.get_array(DTYPES)
                if value.ndim:
                    raise WireError("a scalar with dimensions")
                return value[()]
        raise WireError(f"unknown tag {tag!r}")

    def get_items(self, depth: int) -> list[Any]:
        count = self.count(1)
        if count and depth >= MAX_DEPTH:
            raise WireError(f"nested deeper than {MAX_DEPTH} levels")
        items: list[Any] = []
        data, append, deeper = self.data, items.append, depth + 1
        last = len(data) - 9
        for _ in range(count):
            # Small integers, and lists of integers, are most of what there is: taken here, they cost no call.
            at = self.at
            tag = data[at] if at <= last else 0
            if tag == _INTEGER and 0 < data[at + 1] <= 8 and not data[at + 2]:
                self.items -= 1
                self.at = at + 3 + data[at + 1]
                append(int.from_bytes(data[at + 3 : self.at], "little", signed=True))
            elif tag == _INTEGERS and (size := _SIZE.unpack_from(data, at + 1)[0]) <= last - at and not size % 8:
                self.items -= LARGE_ITEM + size // 8
                self.at = at + 9 + size
                append(data[at + 9 : self.at].cast("q").tolist())
            else:
                append(self.get(deeper))
        self.spend(0)
        return items

    def get_integer(self) -> int:
        size = _LENGTH.unpack(self.take(2))[0]
        if not 0 < size <= MAX_INTEGER_BYTES:
            raise WireError(f"an integer of {size} bytes")
        return int.from_bytes(self.take(size), "little", signed=True)

    def get_text(self) -> str:
        try:
            return bytes(self.take(self.size())).decode("utf-8", "surrogatepass")
        except UnicodeDecodeError as error:
            raise WireError(f"text that is not UTF-8: {error.reason}") from error

    def get_packed(self, code: Literal["q", "d"]) -> list[Any]:
        size = self.size()
        if size % 8:
            raise WireError("packed numbers of broken length")
        self.spend(size // 8)
        return self.take(size).cast(code).tolist()

    def get_mixed(self, depth: int) -> list[Any]:
        value, places, others = (self.get(depth + 1) for _ in range(3))
        if not all(type(part) is list for part in (value, places, others)) or len(places) != len(others):
            raise WireError("a mixed list of broken parts")
        for place, other in zip(places, others, strict=True):
            if type(place) is not int or not 0 <= place < len(value):
                raise WireError("a mixed list with a value out of place")
            value[place] = other
        return list(value)

    def get_set(self, depth: int) -> frozenset[Any]:
        items = self.get_items(depth)
        _check_hashes(items)
        return frozenset(items)

    def get_mapping(self, depth: int) -> dict[Any, Any]:
        pairs = [(self.get(depth + 1), self.get(depth + 1)) for _ in range(self.count(2))]
        _check_hashes(key for key, _ in pairs)
        return dict(pairs)

    def get_array(self, names: tuple[str, ...]) -> tuple[ndarray[Any, Any], str]:
        label, layout, ndim = self.take(3)
        if label >= len(names) or layout > STRIDED or ndim > MAX_DIMENSIONS:
            raise WireError("an array with an unknown dtype, layout or number of dimensions")
        shape = _SHAPES[ndim].unpack(self.take(8 * ndim))
        name = names[label]
        dtype = np.dtype("float32" if name == "bfloat16" else name)
        size = 1
        for length in shape:
            size *= length
        if any(length > 2**40 for length in shape):
            raise WireError(f"an array of impossible shape {shape}")
        raw = self.take(size * dtype.itemsize)
        if name == "bool" and size and int(np.frombuffer(raw, uint8).max()) > 1:
            raise WireError("a bool array with other values than 0 and 1")
        values = np.frombuffer(raw, dtype).reshape(shape)
        return values if self.share and layout == C_ORDER else _laid_out(values, layout), name


def _check_hashes(keys: Iterable[Any]) -> None:
    """Raises WireError for keys that cannot be in a dict, or that make one slow on purpose."""
    try:
        hashes = Counter(map(hash, keys))
    except TypeError as error:
        raise WireError("unhashable keys") from error
    if hashes and max(hashes.values()) > MAX_ALIKE:
        raise WireError(f"more than {MAX_ALIKE} keys that hash alike")


def _laid_out(values: ndarray[Any, Any], layout: int) -> ndarray[Any, Any]:
    """A writable copy in the memory layout that the sender's array had."""
    if layout == FORTRAN_ORDER:
        return np.array(values, order="F")
    if layout == STRIDED and values.ndim:
        roomy = np.empty((*values.shape[:-1], 2 * values.shape[-1]), values.dtype)
        view = roomy[..., ::2]
        view[...] = values
        return view
    return np.array(values, order="C")


_SMALL = frozenset({bool, int, float})
_SCALAR_TYPES = frozenset(np.dtype(name).type for name in DTYPES)
