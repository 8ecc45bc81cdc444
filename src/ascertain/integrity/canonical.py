"""One way to write a value down, so that the same value always has the same bytes and the same digest."""

import hashlib
import json
import re
from typing import Any

from ascertain.model import Misused

_ENCODER = json.JSONEncoder(sort_keys=True, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def canonical(value: Any) -> bytes:
    """Return `value` as canonical JSON: keys sorted by code point, no spaces, UTF-8, no NaN.

    It is RFC 8785 as far as we use JSON: ours has no keys outside ASCII, and numbers are written by their shortest
    form that reads back the same. Half of a surrogate pair, which a file name can hold, is written as an escape.
    What is not JSON raises `Misused`.
    """
    try:
        words = _ENCODER.encode(value)
    except (TypeError, ValueError, RecursionError) as error:
        raise Misused(f"this can't be written as JSON: {error}", remedy="Give only text, numbers and lists.") from error
    try:
        return words.encode()
    except UnicodeEncodeError:
        return _LONE_SURROGATE.sub(lambda half: f"\\u{ord(half.group()):04x}", words).encode()


def read_canonical(content: bytes) -> Any:
    """Return the value that `content` holds; `ValueError` where it is not canonical to the byte.

    Strict, so that there is one spelling only: a flipped bit that leaves the meaning as it was is found all the same.
    """
    try:
        value = json.loads(content)
        written = canonical(value)
    except (RecursionError, Misused, UnicodeDecodeError) as error:
        raise ValueError(f"not canonical JSON: {error}") from error
    if written != content:
        raise ValueError("not canonical JSON: keys out of order, repeated, or spelled another way")
    return value


def digest_of(content: bytes) -> str:
    """Return the lower-case hexadecimal SHA-256 of `content`."""
    return hashlib.sha256(content).hexdigest()
