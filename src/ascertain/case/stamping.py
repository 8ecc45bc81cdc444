"""Having a case's newest checkpoint stamped by a timestamp authority on the network."""

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ascertain.integrity.timestamps import Stamp, read_roots, timestamp
from ascertain.model import Broken, Misused

if TYPE_CHECKING:
    from ascertain.case.case import Case

_TIMEOUT_S = 30.0
_MOST_BYTES = 1 << 17


def stamp(case: "Case", server: str, roots: Path) -> Stamp:
    """Ask `server` (RFC 3161 over HTTP) for a timestamp, check it against the certificates in `roots`, and enter it.

    The server is the user's own choice, so that any address will do; only a hash of the checkpoint is sent. Raises
    Misused for an address that is none, Broken where the server fails and Refused where its answer proves nothing.
    """
    if urlsplit(server).scheme not in ("http", "https"):
        raise Misused("this is no web address", item=server, remedy="Give one that begins with https:// or http://.")
    return timestamp(case.ledger, lambda request: _send(server, request), read_roots(roots), server=server, by=case.by)


def _send(server: str, request: bytes) -> bytes:
    import httpx

    headers = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}
    received = bytearray()
    try:
        with httpx.stream("POST", server, content=request, headers=headers, timeout=_TIMEOUT_S) as answer:
            if answer.status_code != 200:
                raise Broken(f"the timestamp server answers {answer.status_code}", item=server, remedy="Try another.")
            for part in answer.iter_bytes():
                received += part
                if len(received) > _MOST_BYTES:
                    break  # whoever reads it refuses it for its length
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise Broken(
            f"the timestamp server can't be reached ({type(error).__name__})", item=server,
            remedy="Nothing was entered. Check the address and the connection, or try later.",
        ) from error  # fmt: skip
    return bytes(received)
