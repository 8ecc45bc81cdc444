"""Open questions: what nobody has answered, with the claims that raise it."""

import json
from collections.abc import Iterable, Sequence

from shapely import Point
from shapely.geometry import shape

from ascertain.model import Area, Contradiction, Incident, Question
from ascertain.weigh.contradictions import DOER
from ascertain.weigh.evidence import Evidence

_REACH_DEGREES_A_METRE = 1 / 111_200
_ASKED = {
    "number": "How many? {about}.",
    "party": "Who did it? {about}.",
    "status": "Were they civilians or fighters? The claims differ: {about}.",
    "time": "When exactly did it happen? The claims give times that can't all be right.",
    "place": "Where exactly did it happen? The claims give places that lie apart.",
}


def questions_on(
    evidence: Evidence, contradictions: Sequence[Contradiction], incident: Incident, areas: Iterable[Area]
) -> tuple[Question, ...]:
    """Return the questions that stay open, in a fixed order."""
    found = [
        Question(text=_ASKED[one.kind].format(about=_capital(one.about.removeprefix(DOER))), claims=one.claims)
        for one in contradictions
        if one.kind in _ASKED
    ]
    found += [
        Question(text=f"Item {claim.item} leaves this open in its own words.", claims=(claim.id,))
        for claim in evidence.claims
        if claim.polarity == "questioned"
    ]
    if incident.when is None:
        found.append(Question(text="When did it happen? No text gives a day.", claims=incident.claims[:1]))
    if incident.where is None:
        found.append(Question(text="Where did it happen? No text gives a place.", claims=incident.claims[:1]))
    if not incident.perpetrators:
        found.append(Question(text="Who did it? No text names a party.", claims=incident.claims[:1]))
    found += [_about_zone(area) for area in areas if _undated(area) and _touches(area, incident)]
    return tuple(dict.fromkeys(found))


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _undated(area: Area) -> bool:
    return area.valid_from is None or area.stated_in is None


def _touches(area: Area, incident: Incident) -> bool:
    where = incident.where
    if where is None or where.lat is None or where.lon is None:
        return False
    reach = (where.radius_m or 0.0) * _REACH_DEGREES_A_METRE
    return bool(shape(json.loads(area.geometry)).distance(Point(where.lon, where.lat)) <= reach)


def _about_zone(area: Area) -> Question:
    what = "zone" if area.kind == "zone" else "line of control"
    if area.valid_from is None:
        return Question(text=f"Since when has the {what} “{area.name}” been in force? No text says when it was agreed.")
    return Question(text=f"Who says that the {what} “{area.name}” was in force? No item of this collection does.")
