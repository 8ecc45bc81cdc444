"""Names in the language of an edition: of parties, sources, places, weapons and zones, where they are known."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from ascertain.model import Actor, Area, Equipment, Mention, Place
from ascertain.publish.evidence import Evidence
from ascertain.publish.languages.tongue import Tongue

_OWN = frozenset(
    (None, "at", "near", "inside", "along", "from")
)  # relations that leave a place's own words as they are


def known_names(spoken: Tongue, listed: Iterable[tuple[str, ...]]) -> Mapping[str, str]:
    """Return names as the packs have them, each by its first form; `listed` are all the forms of each."""
    if spoken.is_source:
        return {}
    return _chosen(((names[0], names[1:]) for names in listed if names), spoken)


def names_in(spoken: Tongue, evidence: Evidence, areas: Iterable[Area], known: Mapping[str, str]) -> Mapping[str, str]:
    """Return names in a language of another script, by their usual form, folded; empty where names are kept.

    What a pack has comes before what reports write: a report's words may hold more than the name.
    """
    if spoken.is_source:
        return {}
    return {**_chosen(_of_mentions(evidence, spoken), spoken), **_chosen(_listed(evidence, areas), spoken), **known}


def _chosen(named: Iterable[tuple[str, tuple[str, ...]]], spoken: Tongue) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, also in named:
        own = next((one for one in also if _is_in(one, spoken) and not one.startswith("@")), None)
        if own is not None:
            found.setdefault(name.casefold(), own)
    return found


def names_of_places(spoken: Tongue, evidence: Evidence, places: Iterable[Place]) -> Mapping[str, str]:
    """Return the names of incidents' places, for titles on pages of reports that do not name them."""
    wanted = {place.name for place in places}
    if spoken.is_source or not wanted:
        return {}
    return _chosen(((name, also) for name, also in _of_mentions(evidence, spoken) if name in wanted), spoken)


def _listed(evidence: Evidence, areas: Iterable[Area]) -> Iterable[tuple[str, tuple[str, ...]]]:
    for key in sorted(evidence.actors):
        actor = evidence.actors[key]
        also = (actor.name, *actor.aliases)
        yield actor.name, also
    for source in sorted({source.id: source for source in evidence.sources.values()}.values(), key=lambda one: one.id):
        yield source.name, (*source.aliases, *source.accounts)
        for account in source.accounts:
            yield account, (*source.aliases, *source.accounts)
    for area in areas:
        yield area.name, area.names


def _of_mentions(evidence: Evidence, spoken: Tongue) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Yield what is named in other languages with how reports in this one write it, the most usual first."""
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for item in sorted(evidence.readings):
        for mention in evidence.readings[item].mentions:
            if (name := _name(mention)) and _is_in(mention.text, spoken) and "\n" not in mention.text:
                written[name][" ".join(mention.text.split())] += 1
    for name in sorted(written):
        yield name, tuple(sorted(written[name], key=lambda words: (-written[name][words], len(words), words)))


def _name(mention: Mention) -> str:
    value = mention.value
    if isinstance(value, Place):
        return value.name if value.relation in _OWN else ""
    if isinstance(value, Actor):
        return "" if value.aliases else value.name
    return value.name if isinstance(value, Equipment) else ""


def _is_in(words: str, spoken: Tongue) -> bool:
    """Return whether words are written in the language's script."""
    arabic = sum("\u0600" <= letter <= "\u06ff" for letter in words)
    latin = sum(letter.isascii() and letter.isalpha() for letter in words)
    return arabic > latin if spoken.script == "arabic" else latin > arabic
