"""Two bodies in one dual, each with its adjective: الجيشان التركي والوطني are the Turkish army and the National one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ascertain.model import ActorName, Mention
from ascertain.text import Document

_ENDINGS = ("ان", "ين")
_BODIES = frozenset(("جيش", "حكوم", "قو", "وزار", "سلط", "طيران", "جهاز", "نظام"))  # before the dual's ending
_FEMININE = "ت"


@dataclass(frozen=True, slots=True)
class _Dual:
    """The words of one of the two: where it begins and ends in the text, and how it would be written alone."""

    start: int
    end: int
    alone: str


def two_bodies(document: Document, read: Callable[[Document], list[Mention]]) -> list[Mention]:
    """Return both parties of each dual; `read` gives those that a text written out in full names."""
    found: list[Mention] = []
    for one in _duals(document):
        named = [mention for mention in read(Document(one.alone)) if isinstance(mention.parsed, ActorName)]
        if len(named) == 1 and named[0].start == 0 and named[0].end == len(one.alone):
            text = document.text[one.start : one.end]
            found.append(Mention(kind="actor", start=one.start, end=one.end, text=text, parsed=named[0].parsed))
    return found


def _duals(document: Document) -> Iterator[_Dual]:
    words = document.words
    for at in range(len(words) - 2):
        dual = words[at].removeprefix("و")
        if not (dual.startswith("ال") and dual.endswith(_ENDINGS)):
            continue
        stem = dual[2:-2]
        body = stem.removesuffix(_FEMININE)
        first, second = words[at + 1], words[at + 2]
        if body not in _BODIES or not first.startswith("ال") or not second.startswith("وال"):
            continue
        noun = f"ال{body}ة" if stem.endswith(_FEMININE) and body != stem else f"ال{stem}"
        joint = len(words[at]) - len(dual)
        yield _Dual(document.starts[at] + joint, document.ends[at + 1], f"{noun} {document.quote(at + 1, at + 2)}")
        start = document.starts[at + 2] + 1
        yield _Dual(start, document.ends[at + 2], f"{noun} {document.text[start : document.ends[at + 2]]}")
