"""Absence, with its reason."""

from ascertain.model.thing import Thing


class Skipped(Thing, frozen=True, kw_only=True):
    """Something that was taken in but not carried on; in = out + skipped, on every run.

    `stage` is one of the eight verbs, `item` names the file, record or item, `why` is a full clause and
    `remedy` says what a person can do about it.
    """

    stage: str
    item: str
    why: str
    remedy: str = ""


class Unknown(Thing, frozen=True, kw_only=True):
    """A value that nobody stated or that can't be made out, with the reason."""

    why: str
