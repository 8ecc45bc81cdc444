"""Where a report was written is not where it happened: what only the dateline places is placed by what is told next."""

import re
from collections.abc import Sequence

from ascertain.extract.events.draft import Draft
from ascertain.model import Mention
from ascertain.text import Document

_OPENS_DATELINE = re.compile(r"[^\W\d_]{3,20}(?: [^\W\d_]{3,20})?, ?")  # "BEIRUT, " of "BEIRUT, Lebanon (AP) -"
_CLOSES_DATELINE = re.compile(r"(?:, [^\W\d_ ]+(?: \d{1,2})?)?(?: ?\([^()\n]{2,30}\))?(?: ?:| ?[—–]| ?--?)(?=[ \n])")


def leave_datelines(text: str, document: Document, mentions: Sequence[Mention], told: Sequence[Draft]) -> None:
    """Place what only the dateline or the label of the first line places where the words say that it was."""
    _leave_dateline(text, mentions, told)
    _leave_label(text, document, mentions, told)


def _leave_dateline(text: str, mentions: Sequence[Mention], told: Sequence[Draft]) -> None:
    """Place what only the dateline places where the next event is: a desk writes from the capital.

    Where several lines open with a place, they are those of a round-up.
    """
    lines = {one.start for one in mentions if one.kind == "place" and opens_a_line(text, one)}
    own = [draft.where for draft in told if draft.where is not None and draft.where.start not in lines]
    if len({text.count("\n", 0, start) for start in lines}) != 1 or not own:
        return
    for place, draft in enumerate(told):
        if draft.where is not None and draft.where.start in lines:
            draft.where = next((other.where for other in told[place + 1 :] if other.where in own), own[0])


def _leave_label(text: str, document: Document, mentions: Sequence[Mention], told: Sequence[Draft]) -> None:
    """Place what the label of the first line places ("Damascus: ...") where its own sentence says that it was."""
    label = next((m for m in mentions if m.kind == "place"), None)
    if label is None or text[label.end : label.end + 1] != ":" or text[: label.start].rpartition("\n")[2].strip():
        return
    last = next((last for first, last in document.sentences if document.ends[last - 1] > label.end), 0)
    end = document.ends[last - 1] if last else label.end
    inside = (m for m in mentions if m.kind == "place" and label.end < m.start < end)
    where = next((m for m in inside if not getattr(m.parsed, "generic", True)), None)
    for draft in told:
        if where is not None and draft.where is label:
            draft.where = where


def opens_a_line(text: str, place: Mention) -> bool:
    """Whether a place opens a line as the place of writing does: "MOSCOW:", "BEIRUT, Lebanon (AP) —"."""
    line = text.rfind("\n", 0, place.start) + 1
    opens = place.start == line or bool(_OPENS_DATELINE.fullmatch(text, line, place.start))
    closes = _CLOSES_DATELINE.match(text, place.end) if opens else None
    label = closes is not None and closes.group().endswith(":") and not place.text.isupper()
    return closes is not None and not label
