"""Labels of a round-up: what stands before a colon at the start of a line says where the line's event was."""

import re
from collections.abc import Iterator, Mapping, Sequence

from ascertain.knowledge.gazetteer.keys import has_article, is_arabic, name_key
from ascertain.model import Mention
from ascertain.model.place_expression import PlaceExpression
from ascertain.text import Document

# A bullet, number or tag mark may stand before the label: "- Orda: ...", "3) Orda: ...", "#Orda: ...".
_LABEL = re.compile(
    r"^[^\S\n]{0,20}(?:\d{1,2}\s{0,9}[-.)]{1,9}|[-–—•*●▪◾▶►]{1,9})?\s{0,9}#?"
    r"(?P<label>[^\W\d_][^\n:؛;.!?؟،,()\"«»@/]{1,40}?)\s{0,9}:(?!/)[^\S\n]{0,20}\S",
    re.M,
)
_WORDS = 3


def line_labels(document: Document) -> dict[int, int]:
    """Return the labels of a text's lines, each as its first word and the word after its last."""
    if ":" not in document.text:
        return {}
    found = {}
    for match in _LABEL.finditer(document.text):
        words = document.words_in(match.start("label"), match.end("label"))
        if 0 < len(words) <= _WORDS:
            found[words.start] = words.stop
    return found


def unlisted_labels(
    document: Document, labels: Mapping[int, int], found: Sequence[Mention], closed: set[int]
) -> Iterator[Mention]:
    """Yield the labels that no gazetteer has, where at least as many of a text's labels are places `found` before.

    In such a list every label is of one kind, so a village that is on no map is a place as well.
    """
    if len(labels) < 2:
        return
    known = {index for one in found for index in document.words_in(one.start, one.end)}
    unknown = [
        (first, last) for first, last in sorted(labels.items()) if not any(at in known for at in range(first, last))
    ]
    if 2 * len(unknown) > len(labels):
        return
    for first, last in unknown:
        if not any(at in closed for at in range(first, last)) and _is_name(document, first, last):
            yield _mention(document, first, last)


def _is_name(document: Document, first: int, last: int) -> bool:
    """Whether the words can be a name: letters only, and a capital where the script has them."""
    words = range(first, last)
    letters = all(document.words[at].isalpha() for at in words)
    return letters and all(
        is_arabic(document.words[at]) or document.text[document.starts[at]].isupper() for at in words
    )


def _mention(document: Document, first: int, last: int) -> Mention:
    start, end = document.starts[first], document.ends[last - 1]
    words, name = document.words[first:last], document.text[start:end]
    expression = PlaceExpression(
        name=name, name_start=start, name_end=end, key="  ".join(name_key(words)), article=has_article(words)
    )
    return Mention(kind="place", start=start, end=end, text=name, parsed=expression)
