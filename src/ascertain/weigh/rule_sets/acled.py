"""ACLED: event and sub-event type, the most conservative count of the dead, precision of time and place.

Deaths are reported and not verified. Where sources differ or are vague, the codebook takes the most conservative
figure: tens are 10, dozens 12, hundreds 100; an unknown plural is 10 in an intense war and else 3. Injuries are not
counted and civilians are not totalled apart. The two actors do not imply who attacked.
"""

from collections.abc import Mapping, Sequence

from ascertain.event_types import event_types
from ascertain.model import Assessment, Claim, Incident, Interval, Item, Origin, Place
from ascertain.weigh.evidence import evidence_of, happened_on
from ascertain.weigh.figures import Figure, figures_of
from ascertain.weigh.misreadings import with_misread, without_misreadings
from ascertain.weigh.tally import Conventions, Span, ranges_of

_UNKNOWN_PLURAL = 3
_TIME_PRECISION = {"minute": 1, "hour": 1, "part_of_day": 1, "day": 1, "week": 2}
_INTER = {"military": 1, "government": 1, "nationality": 8, "armed_group": 2, "party": 2, "civilians": 7}


def _vague(figure: Figure) -> Span | None:
    """Return the codebook's most conservative figure for a word."""
    fixed = {"dozens": 12, "hundreds": 100, "thousands": 1000, "many": 10, "several": _UNKNOWN_PLURAL}
    if figure.count.rule == "indefinite":
        return (1, 1) if figure.count.low == 1 else (_UNKNOWN_PLURAL, _UNKNOWN_PLURAL)
    found = fixed.get(figure.count.rule)
    return (found, found) if found is not None else None


CONVENTIONS = Conventions(vague=_vague, vague_rule="no figure and no plural", merge_unknown=False, named_floor=False)


class Acled:
    """The fields of the Armed Conflict Location and Event Data project."""

    name = "acled"
    title = "ACLED event"
    source = "ACLED, Codebook, 2024"

    def assess(
        self, incident: Incident, claims: Sequence[Claim], origins: Sequence[Origin], items: Mapping[str, Item]
    ) -> Assessment:
        """Return the event type, the fatalities and the precision codes."""
        evidence = evidence_of(incident, claims, origins, items)
        figures, misread = without_misreadings(figures_of(evidence))
        told = with_misread(ranges_of(figures, CONVENTIONS, happened_on(incident)), misread)
        deaths = [one for one in told if one.outcome == "killed" and one.item is None]
        everybody = next((one for one in deaths if one.group == "unknown"), None)
        fatalities = (everybody.min or 0) if everybody else 0
        kind = event_types().get(incident.event)
        event_type, _, sub_type = kind.acled.partition(": ") if kind else ("", "", "")
        actors = [*incident.perpetrators[:1], *incident.targets[:1]]
        codes: dict[str, object] = {
            "event_type": event_type,
            "sub_event_type": sub_type,
            "actor1": actors[0].name if incident.perpetrators else None,
            "actor2": incident.targets[0].name if incident.targets else None,
            "inter1": _INTER.get(actors[0].type or "") if incident.perpetrators else None,
            "inter2": _INTER.get(incident.targets[0].type or "") if incident.targets else None,
            "fatalities": fatalities,
            "civilian_targeting": any(party.type == "civilians" for party in incident.targets),
            "time_precision": time_precision(incident.when),
            "geo_precision": geo_precision(incident.where),
        }
        given = f"{len(evidence.origins)} origins" if len(evidence.origins) != 1 else "the only origin"
        because = (f"{fatalities} is the most conservative figure of {given}",)
        return Assessment(rule_set=self.name, because=because, counts=tuple(deaths), codes=codes)


def time_precision(when: Interval | None) -> int:
    """Return ACLED's time_precision: 1 the day, 2 within a week, 3 within a month or worse."""
    return _TIME_PRECISION.get(when.precision or "", 3) if when else 3


def geo_precision(where: Place | None) -> int:
    """Return ACLED's geo_precision: 1 a named town, 2 part of a region or near a town, 3 a larger region."""
    if where is None or where.klass in ("governorate", "region", "country"):
        return 3
    near = where.relation not in (None, "at", "in") or (where.radius_m or 0) > 10_000
    return 2 if near or where.klass in ("subdistrict", "district") else 1


rule_set = Acled()
