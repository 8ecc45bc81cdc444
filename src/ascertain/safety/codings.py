"""Content codings of HTTP (RFC 9110, 8.4.1): unpacked under a limit, and never further."""

import zlib

import brotli

from ascertain.model import Broken, Refused


def decoded(content: bytes, coding: str, *, limit: int) -> bytes:
    """Return `content` as it was before it was sent in `coding`, such as "gzip" or "br, gzip"; "" changes nothing.

    Some servers name a coding and send without it; that is taken as it is. Raises Refused for more than `limit` bytes
    and Broken for a coding that is damaged or not known.
    """
    for name in reversed([part.strip().lower() for part in coding.split(",") if part.strip()]):
        if name in ("gzip", "x-gzip"):
            content = _inflated(content, 31, limit) if content.startswith(b"\x1f\x8b") else content
        elif name == "deflate":
            content = _inflated(content, 15 if content[:1] == b"\x78" else -15, limit)
        elif name == "br":
            content = _unbrotlied(content, limit)
        elif name != "identity":
            raise Broken(f"it was sent in the coding {name!r}, which can't be unpacked", remedy="save the page itself")
    return content


def _inflated(content: bytes, bits: int, limit: int) -> bytes:
    try:
        return _within(zlib.decompressobj(wbits=bits).decompress(content, limit + 1), limit)
    except zlib.error as error:
        raise Broken(f"what it was sent in can't be unpacked ({error})", remedy="capture it again") from error


def _unbrotlied(content: bytes, limit: int) -> bytes:
    made, unpacker = bytearray(), brotli.Decompressor()
    try:
        made += unpacker.process(content, output_buffer_limit=1 << 16)
        while not unpacker.can_accept_more_data() and not unpacker.is_finished() and len(made) <= limit:
            made += unpacker.process(b"", output_buffer_limit=1 << 16)
    except brotli.error as error:
        raise Broken(f"what it was sent in can't be unpacked ({error})", remedy="capture it again") from error
    return _within(bytes(made), limit)


def _within(made: bytes, limit: int) -> bytes:
    if len(made) > limit:
        raise Refused(
            f"more than {limit:,} bytes come out of it",
            limit="output_bytes",
            remedy="its bytes are kept; look elsewhere",
        )
    return made
