"""How a language ends its words, as far as the reader needs it to tell an unknown verb from a noun."""

from dataclasses import dataclass, fields
from typing import Any

from ascertain.model import Misused


@dataclass(frozen=True, slots=True)
class Endings:
    """Endings by what they say, all empty where a language has none that tell; `[endings]` of a `grammar.toml`.

    `past` a verb of the past ("shelled"), `passive` one that can be a passive or an attribute ("fallen"),
    `ongoing` a participle of what goes on ("killing"), `present` the third person ("hits"), `unmarked` what ends like
    that and is none ("press"), `plural` a noun's plural, `manner` a word that says how ("lightly"), `possessive` whose;
    of a language with pronouns written onto words, `object` ("it" behind a verb) and `speaker` ("he" behind "that");
    `abstract` a noun for an idea or a deed, which does nothing itself ("condemnation of the army").
    `feminine` a verb whose doer is feminine, which may begin as `feminine_start` instead, `feminine_noun` a noun and
    `feminine_pronoun` a word that stands for one ("that she"), `accusative` a noun that is an object.
    `alike` are whole verbs whose past is written as their present ("hit"), `many` ends a verb of
    which many are the doers, `two` one of two, `ours` one of which we are, `deeds` the plural of a deed's noun
    ("strikes"). Behind `abbreviated` words a full stop
    ends no sentence ("Dr.").
    """

    past: tuple[str, ...] = ()
    passive: tuple[str, ...] = ()
    ongoing: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    unmarked: tuple[str, ...] = ()
    plural: tuple[str, ...] = ()
    manner: tuple[str, ...] = ()
    possessive: tuple[str, ...] = ()
    abstract: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    feminine: tuple[str, ...] = ()
    feminine_start: tuple[str, ...] = ()
    feminine_noun: tuple[str, ...] = ()
    feminine_pronoun: tuple[str, ...] = ()
    accusative: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    many: tuple[str, ...] = ()
    two: tuple[str, ...] = ()
    ours: tuple[str, ...] = ()
    abbreviated: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()


def read_endings(table: dict[str, Any], item: str) -> Endings:
    """Return the endings that a table lists; raises Misused where it names a kind that there is none of."""
    known = {field.name for field in fields(Endings)}
    if strange := sorted(set(table) - known):
        raise Misused(f"{strange[0]!r} is no kind of ending", item=item, remedy=f"one of {', '.join(sorted(known))}")
    return Endings(**{name: tuple(listed) for name, listed in table.items()})
