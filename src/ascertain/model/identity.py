"""Ids made from content, so that the same evidence has the same ids on any machine, in any order."""

import hashlib
import json


def content_id(kind: str, *parts: object) -> str:
    """Return `kind` and 20 hexadecimal digits of the SHA-256 of the parts' canonical JSON."""
    words = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{kind}-{hashlib.sha256(words.encode('utf-8', 'surrogatepass')).hexdigest()[:20]}"
