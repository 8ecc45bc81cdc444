"""Places that a sentence only calls what they are ("the village"), named in a sentence before."""

from collections.abc import Mapping, Sequence

from ascertain.event_types import EventType
from ascertain.extract.events.clause import Clause
from ascertain.extract.events.draft import Draft
from ascertain.extract.events.found import beginning_in
from ascertain.extract.events.units import Unit
from ascertain.languages.place_words import place_words
from ascertain.model import Mention
from ascertain.model.place_expression import PlaceExpression

_REACH = 700  # characters back to the name
_MAYORS = frozenset({"mayor", "mayors"})
_SETTLED = frozenset({"city", "town", "village", "neighbourhood"})


def place_back(
    drafts: Sequence[Draft], clause: Clause, mentions: Sequence[Mention], types: Mapping[str, EventType]
) -> None:
    """Give the events that a sentence tells without a place the one that it calls "the village"."""
    placeless = [draft for draft in drafts if draft.where is None and types[draft.event].violent]
    if not placeless:
        return
    meant = _meant(clause, mentions, clause.document.starts[clause.units[0].first])
    for draft in placeless:
        draft.where = meant


def _meant(clause: Clause, mentions: Sequence[Mention], begin: int) -> Mention | None:
    """Return the place of the kind that a bare noun of the sentence tells, named last before the character `begin`."""
    kinds = [kind for unit in clause.units if (kind := _kind_of(clause, unit)) is not None]
    if len(set(kinds)) != 1:
        return None
    if (own := _of_its_mayor(clause)) is not None:
        return own
    near = (place for place in reversed(beginning_in(mentions, begin - _REACH, begin)) if place.end <= begin)
    return next((place for place in near if _is_of(place, kinds[0])), None)


def _of_its_mayor(clause: Clause) -> Mention | None:
    """Return the place whose mayor a sentence tells of: "the mayor of Orda reported strikes on the city"."""
    for at, unit in enumerate(clause.units):
        if clause.order == "svo" and unit.places and not _MAYORS.isdisjoint(clause.words(at)):
            return unit.places[-1]
    return None


def _kind_of(clause: Clause, unit: Unit) -> str | None:
    """Return the class of settlement that a phrase is called by alone, with its article."""
    if unit.kind != "np" or unit.places or unit.counts:
        return None
    words = clause.document.words[unit.first : unit.last]
    words[0] = words[0][unit.cut :]
    article = next((one for one in clause.articles if words[0].startswith(one)), "")
    alone = len(words) == 1 and bool(article)
    if not alone and words[:-1] != ["the"]:
        return None
    feature = place_words(clause.code).features.get((words[-1].removeprefix(article),))
    return feature.klass if feature is not None and feature.klass in _SETTLED else None


def _is_of(place: Mention, kind: str) -> bool:
    expression = place.parsed
    return (
        place.kind == "place"
        and isinstance(expression, PlaceExpression)
        and expression.feature_class == kind
        and not expression.bearing_deg
    )
