"""What verification answers: intact, broken (where), or cannot tell (why)."""

from typing import Literal

from ascertain.model.thing import Thing


class Damage(Thing, frozen=True, kw_only=True):
    """Something that is not what was sealed.

    `item` is the file, `start` and `end` the bytes in it that are concerned; `entry` the entry of the ledger that says
    otherwise, and `since` the size at the last checkpoint at which all was well with it. `lost` says what can't be had
    back.
    """

    item: str
    what: str
    start: int | None = None
    end: int | None = None
    entry: int | None = None
    since: int | None = None
    lost: str = ""


class Doubt(Thing, frozen=True, kw_only=True):
    """Something that can be neither shown nor refuted, with the reason and what to do."""

    item: str
    why: str
    remedy: str = ""


class Verdict(Thing, frozen=True, kw_only=True):
    """The answer. It speaks of integrity since intake only: never of whether a page was true.

    `entries` and `captures` count what was checked, `checkpoint` is the newest signed state as a note, `keys` are those
    that signed; `notes` are things to know that are no fault.
    """

    state: Literal["intact", "broken", "cannot_tell"]
    damages: tuple[Damage, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    notes: tuple[str, ...] = ()
    entries: int = 0
    captures: int = 0
    checkpoint: str = ""
    keys: tuple[str, ...] = ()

    def __str__(self) -> str:
        counted = f"{self.entries} entries" + (f", {self.captures} captures" if self.captures else "")
        lines = [{"intact": "intact", "broken": "BROKEN", "cannot_tell": "cannot tell"}[self.state] + f" ({counted})"]
        for damage in self.damages:
            where = f", bytes {damage.start} to {damage.end}" if damage.start is not None else ""
            since = f", since the checkpoint over {damage.since} entries" if damage.since is not None else ""
            lines.append(f"  broken: {damage.item}{where}{since}: {damage.what}")
            if damage.lost:
                lines.append(f"    {damage.lost}")
        lines += [f"  cannot tell: {doubt.item}: {doubt.why}. {doubt.remedy}".rstrip() for doubt in self.doubts]
        lines += [f"  note: {note}" for note in self.notes]
        return "\n".join(lines)


def judge(damages: list[Damage], doubts: list[Doubt]) -> Literal["intact", "broken", "cannot_tell"]:
    """Return the state that follows: any damage breaks, any doubt leaves it open."""
    return "broken" if damages else "cannot_tell" if doubts else "intact"
