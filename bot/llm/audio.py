"""What bytes are audio, told by how they begin: names and types that come with them may say anything."""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of audio file."""

    ending: str
    media_type: str


WEBM = Kind("webm", "audio/webm")
OGG = Kind("ogg", "audio/ogg")
WAV = Kind("wav", "audio/wav")
MP4 = Kind("mp4", "audio/mp4")
MP3 = Kind("mp3", "audio/mpeg")
FLAC = Kind("flac", "audio/flac")

RECORDED = frozenset({WEBM, OGG, WAV, MP4})
"""What browsers record."""
PLAYED = frozenset({MP3, WAV, OGG, FLAC})
"""What browsers play, of what endpoints send."""

_WAV_HEADER, _MP3_HEADER = 44, 4
_LAYER_3 = 0b01


def kind_of(data: bytes) -> Kind | None:
    """The kind of audio; None for anything else, and for a file with nothing in it."""
    if data.startswith(b"\x1aE\xdf\xa3"):
        return WEBM
    if data.startswith(b"OggS"):
        return OGG
    if data.startswith(b"fLaC"):
        return FLAC
    if data[4:8] == b"ftyp":
        return MP4
    if data.startswith(b"RIFF") and data[8:12] == b"WAVE":
        return WAV if len(data) > _WAV_HEADER else None
    if data.startswith(b"ID3") or (data[:1] == b"\xff" and data[1:2] >= b"\xe0" and data[1] >> 1 & 0b11 == _LAYER_3):
        return MP3 if len(data) > _MP3_HEADER else None
    return None
