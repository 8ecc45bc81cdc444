"""A fetched response as a WARC record (ISO 28500): what was answered, by which address, and when."""

import base64
import hashlib
import uuid

from ascertain.safety.fetch import Fetched

_OF_THE_CONNECTION = frozenset(("transfer-encoding", "connection", "keep-alive"))


def response_record(fetched: Fetched, at: str) -> bytes:
    """Return a WARC file of one response; `at` is RFC 3339 in UTC. Its id is made from its content and time."""
    told = [(name, value) for name, value in fetched.headers.items() if name not in _OF_THE_CONNECTION]
    lines = [f"HTTP/1.1 {fetched.status} ", *(f"{name}: {' '.join(value.split())}" for name, value in told)]
    block = "\r\n".join(lines).encode("latin-1", "replace") + b"\r\n\r\n" + fetched.content
    number = uuid.uuid5(uuid.NAMESPACE_URL, f"{fetched.final_url} {at} {hashlib.sha256(block).hexdigest()}")
    fields = {
        "WARC-Type": "response",
        "WARC-Record-ID": f"<urn:uuid:{number}>",
        "WARC-Date": at,
        "WARC-Target-URI": fetched.final_url,
        "WARC-IP-Address": fetched.address,
        "WARC-Block-Digest": _digest(block),
        "WARC-Payload-Digest": _digest(fetched.content),
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(block)),
    }
    head = "WARC/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return head.encode("utf-8") + b"\r\n" + block + b"\r\n\r\n"


def _digest(content: bytes) -> str:
    return f"sha256:{base64.b32encode(hashlib.sha256(content).digest()).decode('ascii')}"
