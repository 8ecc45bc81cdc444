"""Which program made a record: a digest of its own code and data."""

import hashlib
from functools import cache
from pathlib import Path

import ascertain

_CODE = frozenset((".py", ".toml", ".json"))


@cache
def code_digest() -> str:
    """Return the SHA-256 over the package's code and data files, which tells fresh results from stale ones."""
    root = Path(ascertain.__file__).parent
    whole = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        if path.suffix in _CODE and path.is_file():
            whole.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()
