"""Records as bytes: canonical JSON in, the same record out."""

import json
from functools import cache
from typing import Any, TypeVar

import msgspec

from ascertain.integrity.canonical import canonical, digest_of

Kept = TypeVar("Kept")
_ENCODER = msgspec.json.Encoder(order="sorted")
_PACKER = msgspec.msgpack.Encoder(order="sorted")  # as the other: pages show keys in the order that they are kept in
_AS_JSON = b"\xc1"  # a byte that no MessagePack has


def encode(record: Any) -> bytes:
    """Return a record as canonical JSON: equal records give the same bytes, whichever process made them."""
    return encode_as_it_is(_with_own_defaults(record))


def encode_as_it_is(record: Any) -> bytes:
    """Return a record as JSON that reads back the same, faster: equal records may differ in what is left out."""
    try:
        return _ENCODER.encode(record)
    except UnicodeEncodeError:  # half of a surrogate pair, which a file name or a broken JSON escape can hold
        return canonical(msgspec.to_builtins(record, order="sorted"))


def pack(record: Any) -> bytes:
    """Return a record in the form that is written and read fastest, for what no other program reads: MessagePack."""
    try:
        return _PACKER.encode(record)
    except UnicodeEncodeError:
        return _AS_JSON + encode_as_it_is(record)


def unpack(content: bytes, kind: type[Kept]) -> Kept:
    """Return the record of type `kind` that was packed as `content`."""
    if content.startswith(_AS_JSON):
        return decode(content[len(_AS_JSON) :], kind)
    made: Kept = _unpacker(kind).decode(content)  # type: ignore[arg-type]  # types are hashable
    return made


@cache
def _unpacker(kind: Any) -> "msgspec.msgpack.Decoder[Any]":
    return msgspec.msgpack.Decoder(kind)


def digest_of_record(record: Any) -> str:
    """Return a digest of a record, or of a tuple of records: the same digest, the same record."""
    return digest_of(encode_as_it_is(record))


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


def _with_own_defaults(value: Any) -> Any:
    """Return a record in which what equals a field's default is that very object.

    msgspec leaves out a default by identity, and what came through a pipe from a worker is equal and not identical.
    """
    if isinstance(value, msgspec.Struct):
        changes = {}
        for name, default in _fields(type(value)):
            held = getattr(value, name)
            settled = default if type(held) is type(default) and held == default else _with_own_defaults(held)
            if settled is not held:
                changes[name] = settled
        return msgspec.structs.replace(value, **changes) if changes else value
    if type(value) is tuple:
        settled_all = tuple(map(_with_own_defaults, value))
        return value if all(a is b for a, b in zip(value, settled_all, strict=True)) else settled_all
    return value


@cache
def _fields(kind: type[msgspec.Struct]) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, field.default) for field in msgspec.structs.fields(kind))
