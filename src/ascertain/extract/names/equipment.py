"""Equipment: weapons, platforms, vehicles and munitions, by name and by designation."""

import re
from functools import lru_cache
from typing import NamedTuple

from ascertain.knowledge import Knowledge
from ascertain.model import Equipment, Mention
from ascertain.text import Document, Hit, Lexicon

# What a designation is built of: "T-62M", "Su-24", "BTR-80A", "9K720", "M1A2", "Mk 84", with the usual families.
_DESIGNATION = re.compile(
    r"\b(?:(T|Su|MiG|Mig|Tu|An|Il|Yak|Ka|Mi|BMP|BTR|BRDM|BMD|BM|ZSU|ZU|ZPU|RPG|SPG|AGS|PTAB|OFAB|FAB|KAB|RBK|TOS|Kh|GBU|"
    r"AGM|BGM|MQ|RQ|CH|KC|AC|EA|HH|MH|UH|AH|CH|MV|F/A|F|A|B|C|EC|P|M|S|SA|AK|AKM|RPK|PK|SVD|D|AS|AT)-(\d{1,4})([A-Z]\w{0,4}|s)?)\b"
)
# Ships by the letters before their names: "USS Orda", "MV Orda Star".
_SHIP = re.compile(
    r"\b(?:USS|USNS|HMS|HMAS|HMCS|RFA|FS|INS|ROKS|TCG|RFS|M/?V|S/?S)\s"
    r"(?P<name>[A-Z][\w'-]+(?:\s(?:(?:de|du|of|la|the)\s)?[A-Z][\w'-]+){0,2})"
)
_MAY_BE_DESIGNATION = re.compile(r"[A-Za-z]-\d")
_FAMILIES = {
    "T": "tank", "BMP": "ifv", "BMD": "ifv", "BTR": "apc", "BRDM": "apc", "Su": "aircraft", "MiG": "aircraft",
    "Mig": "aircraft", "Tu": "aircraft", "An": "aircraft", "Il": "aircraft", "Yak": "aircraft", "F": "aircraft",
    "F/A": "aircraft", "KC": "aircraft", "AC": "aircraft", "EA": "aircraft", "Mi": "helicopter", "Ka": "helicopter",
    "HH": "helicopter", "MH": "helicopter", "UH": "helicopter", "AH": "helicopter", "MV": "aircraft", "MQ": "drone",
    "RQ": "drone", "BM": "mlrs", "TOS": "mlrs", "ZSU": "air_defence", "ZU": "air_defence", "ZPU": "air_defence",
    "SA": "air_defence", "RPG": "launcher", "SPG": "artillery", "AGS": "launcher", "FAB": "bomb", "KAB": "bomb",
    "OFAB": "bomb", "RBK": "bomb", "PTAB": "bomb", "GBU": "bomb", "Kh": "missile", "AGM": "missile", "BGM": "missile",
    "AK": "small_arms", "AKM": "small_arms", "RPK": "small_arms", "SVD": "small_arms",
}  # fmt: skip


class _Thing(NamedTuple):
    equipment: Equipment
    written: str | None


@lru_cache(maxsize=4)
def _lexicon(knowledge: Knowledge) -> Lexicon[_Thing]:
    return Lexicon(
        (alias, _Thing(thing, _written(alias)))
        for thing in knowledge.equipment
        for alias in (thing.name, *thing.aliases)
    )


def _written(alias: str) -> str | None:
    """Return the alias where only this spelling is meant: names that small letters make another word."""
    is_name = alias.isascii() and alias[:1].isupper() and alias.isalpha()
    return alias if is_name and (len(alias) <= 4 or alias.lower() in _WORDS_TOO) else None


_WORDS_TOO = frozenset(
    "patriot hornet typhoon tornado reaper predator lancet arrow eitan spike stinger hawk grad mirage raptor marder "
    "javelin maverick paladin apache hind heron falaq emad badr milan sagger orion caesar dragon harpy osprey warthog "
    "gazelle hermes leopard eagle abrams".split()
)

# Words that a person who blows himself up shares with an aircraft, and those that only stand beside the person.
_FLOWN_OR_NOT = frozenset({"bomber", "bombers"})
_BORNE = frozenset(
    "suicide detonated detonating detonate explosives vest belt strapped himself herself themselves rammed".split()
)


def find_equipment(document: Document, lang: str | None, knowledge: Knowledge) -> list[Mention]:
    """Return the equipment that the words name, in order, none overlapping; `parsed` is an `Equipment`, values unset.

    A designation of a known family that no pack holds ("BTR-90") is named as written, in the family's category.
    """
    capitals = document.text.isupper()
    found = []
    for hit in _lexicon(knowledge).find(document):
        things = [tag for tag in hit.tags if _meant(document, hit, tag, capitals)]
        if things:
            found.append(_mention(document, hit.start, _with_suffix(document, hit), things[0].equipment))
    designated = _DESIGNATION.finditer(document.text) if _MAY_BE_DESIGNATION.search(document.text) else ()
    for match in designated:
        if family := _FAMILIES.get(match.group(1)):
            name = f"{match.group(1)}-{match.group(2)}"
            thing = Equipment(id=name.lower().replace("-", "_"), name=name, category=family)
            found.append(_mention(document, match.start(), match.end(), thing))
    ships = () if capitals else _SHIP.finditer(document.text)
    for match in ships:
        name = match["name"]
        thing = Equipment(id=f"ship_{name.lower().replace(' ', '_')}", name=name, category="ship")
        found.append(_mention(document, match.start(), match.end(), thing))
    return _longest(found)


def _longest(found: list[Mention]) -> list[Mention]:
    """Return the mentions without those that a longer one, or an earlier one as long, overlaps."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if kept and mention.start < kept[-1].end:
            if mention.end - mention.start > kept[-1].end - kept[-1].start:
                kept[-1] = mention
        else:
            kept.append(mention)
    return kept


def _meant(document: Document, hit: Hit[_Thing], tag: _Thing, capitals: bool) -> bool:
    if hit.last - hit.first == 1 and document.words[hit.first] in _FLOWN_OR_NOT and not _is_flown(document, hit.first):
        return False
    return tag.written is None or capitals or document.text[hit.start : hit.end] == tag.written


def _is_flown(document: Document, at: int) -> bool:
    """Whether a "bomber" can be an aircraft: its sentence has no explosives that he wears, drives or sets off."""
    first, last = document.sentences[document.sentence_of(at)]
    return _BORNE.isdisjoint(document.words[first:last])


def _with_suffix(document: Document, hit: Hit[_Thing]) -> int:
    """Return the end of the name with the letters that are written onto a designation ("T-62s", "Su-24M")."""
    end = hit.end
    if hit.last < len(document) and document.touches(hit.last) and document.text[end - 1].isdigit():
        word = document.words[hit.last]
        if word.isascii() and word.isalnum() and len(word) <= 4:
            return document.ends[hit.last]
    return end


def _mention(document: Document, start: int, end: int, thing: Equipment) -> Mention:
    return Mention(kind="equipment", start=start, end=end, text=document.text[start:end], parsed=thing)
