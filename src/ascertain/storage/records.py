"""Records as bytes: canonical JSON in, the same record out."""

import json
from functools import cache
from typing import Any, TypeVar

import msgspec

from ascertain.integrity.canonical import canonical

Kept = TypeVar("Kept")
_ENCODER = msgspec.json.Encoder(order="sorted")


def encode(record: Any) -> bytes:
    """Return a record as canonical JSON."""
    try:
        return _ENCODER.encode(record)
    except UnicodeEncodeError:  # half of a surrogate pair, which a file name or a broken JSON escape can hold
        return canonical(msgspec.to_builtins(record, order="sorted"))


def decode(content: bytes, kind: type[Kept]) -> Kept:
    """Return the record of type `kind` that `content` holds."""
    try:
        made: Kept = _decoder(kind).decode(content)  # type: ignore[arg-type]  # types are hashable
    except msgspec.DecodeError as error:
        if isinstance(error, msgspec.ValidationError) and "surrogate" not in str(error):
            raise
        return msgspec.convert(json.loads(content), kind)
    return made


@cache
def _decoder(kind: Any) -> "msgspec.json.Decoder[Any]":
    return msgspec.json.Decoder(kind)
