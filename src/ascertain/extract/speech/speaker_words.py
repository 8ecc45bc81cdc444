"""What is said of who speaks in words that stand apart: a name in quotation marks, an office, who made a report."""

from ascertain.extract.events.clause import Clause

_LONGEST_NAME = 7  # units, quotation marks among them


def works_there(clause: Clause, at: int) -> bool:
    """Whether somebody at a hospital or the like speaks: "a paramedic at the hospital of X, ..."."""
    if clause.order != "vso" or clause.units[at].cue("people") is None or clause.kind(at + 2) != "np":
        return False
    placed = clause.kind(at + 1) == "prep" and clause.units[at + 1].has("mark", "place")
    cue = clause.units[at + 2].cue("thing")
    parted = clause.kind(at + 3) in {"comma", "clause", "prep", "stop"}
    return placed and cue is not None and cue.value == "hospital" and parted


def with_whose_spokesman(clause: Clause, at: int) -> int:
    """Return the phrase behind a person's name that says for whom he speaks: "Col. X, the spokesman of the army,"."""
    told = [clause.kind(step) for step in range(at + 1, at + 3)] == ["comma", "np"] and clause.order == "vso"
    person = any(getattr(mention.parsed, "type", None) == "person" for mention in clause.units[at].actors)
    return at + 2 if told and person and clause.units[at + 2].has("role", "spokesman") else at


def quoted_name(clause: Clause, at: int) -> int:
    """Return the mark that closes the name of an outlet written behind its kind: the channel "River Today"."""
    if clause.kind(at + 1) != "quote" or not clause.units[at].has("role", "outlet"):
        return at
    for close in range(at + 2, min(at + _LONGEST_NAME, len(clause.units))):
        if clause.kind(close) == "quote":
            return close if close > at + 2 else at
        if clause.kind(close) not in {"np", "time", "other"}:
            break
    return at


def author_of(clause: Clause, at: int) -> int | None:
    """Return who made what speaks ("a report issued by the ministry"), where the words say so right behind it."""
    cue = clause.units[at].cue("role")
    if cue is None or cue.value not in {"statement", "outlet"}:
        return None
    step = at + 2 if clause.kind(at + 1) == "verb" and clause.units[at + 1].cue("speech") is None else at + 1
    by = clause.kind(step) == "prep" and clause.units[step].has("mark", "perpetrator")
    return step + 1 if by and clause.kind(step + 1) == "np" and not clause.units[step + 1].is_event else None


def is_quoted_name(clause: Clause, quote: int) -> bool:
    """Whether quotation marks behind a verb of speech hold one phrase alone, and "that" follows: ذكرت "سانا" أن."""
    named = clause.kind(quote + 1) == "np" and clause.kind(quote + 2) == "quote"
    return named and clause.kind(quote + 3) == "clause" and clause.units[quote + 3].has("source", "that")
