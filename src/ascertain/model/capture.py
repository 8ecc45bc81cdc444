"""Bytes as they were got."""

from ascertain.model.thing import Thing


class Capture(Thing, frozen=True, kw_only=True):
    """One file or response, with its bytes.

    `name` is the path relative to what was collected (never absolute); `how` names the collector;
    `collected_at` is RFC 3339 where the capture itself states it, else absent; `url` where it was found; `status` what
    a server answered (RFC 9110), where the capture holds it.
    """

    content: bytes
    name: str
    media_type: str
    how: str
    collected_at: str | None = None
    url: str | None = None
    status: int | None = None


class SealedCapture(Thing, frozen=True, kw_only=True):
    """A capture once sealed: `digest` is the lower-case hexadecimal SHA-256 of its bytes."""

    digest: str
    name: str
    media_type: str
    how: str
    size: int
    sealed_at: str
    collected_at: str | None = None
    url: str | None = None
    status: int | None = None
