"""UCDP GED: best, low and high estimates, clarity, precision of place and time, type of violence.

An event is one incident of armed force by an organised actor against another or against civilians with at least one
direct death, at a place and date. Where sources differ the codebook favours the most reliable figure and, between
equals, the lower one; words without a figure ("dozens") are not turned into one for `best`.
"""

from collections.abc import Mapping, Sequence

from ascertain.model import Assessment, Claim, Incident, Interval, Item, Origin, Place, Range
from ascertain.weigh.evidence import Evidence, evidence_of, happened_on
from ascertain.weigh.figures import Figure, figures_of, standing_of
from ascertain.weigh.misreadings import with_misread, without_misreadings
from ascertain.weigh.one_sided import with_one_sided
from ascertain.weigh.parties import doers
from ascertain.weigh.tally import Conventions, Span, ranges_of

_ARMED = frozenset(("military", "armed_group", "government", "party"))
_STATE = frozenset(("military", "government"))
# where_prec by the class of place: 1 exact, 2 within about 25 km of a known place, 3 second-order unit, 4 first-order
# unit, 5 wider than that or a line, 6 the country, 7 water or international air space.
_WHERE_PREC = {
    "exact": 1, "landmark": 1, "street": 1, "neighbourhood": 1, "village": 1, "town": 1, "city": 1,
    "subdistrict": 3, "district": 3, "governorate": 4, "region": 5, "country": 6,
}  # fmt: skip
_DATE_PREC = {"minute": 1, "hour": 1, "part_of_day": 1, "day": 1, "week": 3, "month": 4, "season": 5, "year": 5}


def _vague(figure: Figure) -> Span | None:
    """Return the least that the words can mean, and nothing above it: an estimate is not invented."""
    low = figure.count.low
    least = {"several": 2, "indefinite": 2, "many": 2, "dozens": 24, "hundreds": 200, "thousands": 2000}
    if figure.count.rule == "indefinite" and low == 1:
        return 1, 1
    found = least.get(figure.count.rule)
    return (found, found) if found is not None else None


CONVENTIONS = Conventions(vague=_vague, vague_rule="words without a figure", merge_unknown=False, named_floor=False)


class UcdpGed:
    """The fields of the UCDP Georeferenced Event Dataset."""

    name = "ucdp_ged"
    title = "UCDP Georeferenced Event Dataset"
    source = "UCDP, Georeferenced Event Dataset Codebook, version 25.1"

    def assess(
        self, incident: Incident, claims: Sequence[Claim], origins: Sequence[Origin], items: Mapping[str, Item]
    ) -> Assessment:
        """Return best, low and high for the deaths of each side, and the codes that go with them."""
        evidence = evidence_of(incident, claims, origins, items)
        figures, misread = without_misreadings(figures_of(evidence))
        told = with_one_sided(ranges_of(figures, CONVENTIONS, happened_on(incident)), evidence, standing_of(figures))
        deaths = tuple(one for one in with_misread(told, misread) if one.outcome == "killed" and one.item is None)
        codes = self._codes(evidence, incident, deaths)
        because = (
            f"best {codes['best']}, low {codes['low']}, high {codes['high']} from {codes['number_of_sources']} items",
            "at least one death is needed for an event" if not codes["best"] else "an event with direct deaths",
        )
        return Assessment(rule_set=self.name, because=because, counts=deaths, codes=codes)

    def _codes(self, evidence: Evidence, incident: Incident, deaths: Sequence[Range]) -> dict[str, object]:
        parts = {group: next((one for one in deaths if one.group == group), None) for group in _GROUPS}
        civil = parts["civilians"] or _summed([parts[group] for group in ("children", "women", "men")])
        everybody, fighters = parts["unknown"], parts["combatants"]
        deaths_civilians, deaths_b = ((one.best or 0) if one else 0 for one in (civil, fighters))
        best = max((everybody.best or 0) if everybody else 0, deaths_civilians + deaths_b)
        return {
            "deaths_civilians": deaths_civilians,
            "deaths_unknown": best - deaths_civilians - deaths_b,
            "deaths_b": deaths_b,
            "deaths_a": 0,
            "best": best,
            "low": min(best, (everybody.min or 0) if everybody else 0),
            "high": max(best, (everybody.max or 0) if everybody else 0),
            "side_a": next(iter(_sides(incident)), None),
            "side_b": incident.targets[0].name if incident.targets else None,
            "type_of_violence": _type_of_violence(evidence, incident),
            "event_clarity": 2 if _is_summary(incident.when) else 1,
            "where_prec": where_precision(incident.where),
            "date_prec": date_precision(incident.when),
            "number_of_sources": len(incident.items),
            "independent_origins": len(evidence.incident.origins or evidence.origins),
        }


_GROUPS = ("civilians", "children", "women", "men", "combatants", "unknown")


def _summed(parts: Sequence[Range | None]) -> Range | None:
    known = [part for part in parts if part is not None]
    if not known:
        return None
    return Range(
        outcome="killed",
        group="civilians",
        min=sum(part.min or 0 for part in known),
        max=sum(part.max or 0 for part in known),
        best=sum(part.best or 0 for part in known),
    )


def _sides(incident: Incident) -> list[str]:
    return [party.name for party in incident.perpetrators if party.type in _ARMED or party.type == "nationality"]


def _type_of_violence(evidence: Evidence, incident: Incident) -> int | None:
    """Return 1 state-based, 2 non-state, 3 one-sided; None where nobody is said to have done it."""
    if not doers(evidence):
        return None
    struck = {party.type for party in incident.targets}
    if not struck & _ARMED:
        return 3
    sides = {party.type for party in (*incident.perpetrators, *incident.targets)}
    return 1 if sides & _STATE else 2


def where_precision(where: Place | None) -> int:
    """Return UCDP's where_prec, 1 to 7, for a place; 6 where only the country can be meant."""
    if where is None:
        return 6
    sharp = _WHERE_PREC.get(where.klass or "", 2)
    if sharp <= 2 and where.relation in ("between", "along"):
        return 5
    near = where.relation not in (None, "at", "in") or (where.radius_m or 0) > 10_000
    return 2 if sharp == 1 and near else sharp


def date_precision(when: Interval | None) -> int | None:
    """Return UCDP's date_prec, 1 exact day to 5 the year, for an interval."""
    if when is None:
        return None
    return _DATE_PREC.get(when.precision or "", 5)


def _is_summary(when: Interval | None) -> bool:
    return when is not None and when.precision in ("week", "month", "season", "year", "decade")


rule_set = UcdpGed()
