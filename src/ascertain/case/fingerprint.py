"""Which program made a record: a digest of its own code and data, and of every plug-in from outside."""

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import ascertain
from ascertain import plugins

_CODE = frozenset((".py", ".toml", ".json", ".tsv", ".html"))
_KINDS = ("collector", "extractor", "gazetteer", "rule_set", "exporter")


@cache
def code_digest() -> str:
    """Return the SHA-256 over the package's code and data files and all plug-ins: it tells fresh results from stale.

    A plug-in from outside is named by what it offers, its distribution's version, its own `version` where it states
    one, and the digest of its module's file, so that an edited one is noticed whether or not its version was raised.
    """
    root = Path(ascertain.__file__).parent
    whole = hashlib.sha256()
    for name in sorted(_files(str(root))):
        whole.update(name.encode() + b"\0" + (root / name).read_bytes() + b"\0")
    for kind in _KINDS:
        for words in plugins.fingerprints(kind):
            whole.update(words.encode() + b"\0")
    return whole.hexdigest()


def _files(root: str) -> Iterator[str]:
    """Yield the code and data files under a folder, by their names relative to it, with `/` between folders."""
    for folder, _, names in os.walk(root):
        under = folder[len(root) + 1 :].replace(os.sep, "/")
        for name in names:
            if name[name.rfind(".") :] in _CODE:
                yield f"{under}/{name}" if under else name
