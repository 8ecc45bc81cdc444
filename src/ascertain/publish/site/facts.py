"""The table of facts: a row a report, grouped by origin; a column a fact; what differs is marked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ascertain.model import Claim, ClaimedCount, Equipment, Incident, Interval, Party, Place, Range
from ascertain.publish.evidence import Evidence
from ascertain.publish.languages import tongue
from ascertain.publish.telling.kinds import event_label, is_beside
from ascertain.publish.telling.speakers import named, source_name
from ascertain.publish.wording import (
    column_label,
    figure,
    group_word,
    instant_words,
    isolated,
    listed,
    month,
    parse_instant,
    place_name,
    sentence_case,
)

_UNFIGURED = "no figure, only"  # how a trace begins whose words give no number
_KINDS = {"time": "when", "place": "where", "party": "who", "status": "whom", "denial": "polarity"}
_FIXED = (
    ("polarity", "Stance"),
    ("when", "When"),
    ("where", "Where"),
    ("who", "Who did it"),
    ("whom", "Against whom"),
    ("means", "With what"),
    ("beside", "Told beside it"),
)


@dataclass
class Cell:
    """What one report says on one fact: `entries` are words with the claim that holds them."""

    entries: list[tuple[str, Claim]] = field(default_factory=list)
    differs: bool = False
    left_out: bool = False

    def add(self, words: str, claim: Claim) -> None:
        """Add words unless they are there."""
        if words and all(words != known for known, _ in self.entries):
            self.entries.append((words, claim))


@dataclass
class FactRow:
    """One report: cells by column."""

    item: str
    source: str
    said: str
    cells: dict[str, Cell]


@dataclass
class FactTable:
    """Columns (key, heading) that any report fills, and rows under the name of their origin."""

    columns: list[tuple[str, str]]
    groups: list[tuple[str, list[FactRow]]]


def fact_table(incident: Incident, evidence: Evidence, zone: str) -> FactTable:
    """Return the table of one incident."""
    evidence = evidence.within(incident)
    differing = _differing(incident, evidence.claims)
    left_out = {
        (step.claim, range_.outcome) for range_ in incident.counts for step in range_.trace if step.end == "left_out"
    }
    counted = {
        (step.claim, range_.outcome) for range_ in incident.counts for step in range_.trace if step.end != "left_out"
    }
    groups: dict[str, dict[str, FactRow]] = {}
    headings: dict[str, str] = {}
    for claim in evidence.claims_of(incident):
        if claim.event == "statement" and claim.polarity == "denied":
            continue  # that somebody has said nothing is no stance on what happened
        origin = evidence.origin_of.get(claim.id, "")
        rows = groups.setdefault(origin, {})
        if claim.item not in rows:
            rows[claim.item] = _row(claim.item, evidence, zone)
        row = rows[claim.item]
        for key, heading, words in _facts(claim, zone, beside=is_beside(claim.event, incident.event)):
            headings.setdefault(key, heading)
            cell = row.cells.setdefault(key, Cell())
            cell.add(words, claim)
            cell.differs = cell.differs or (claim.id, key) in differing
            outcome = key.split(":")[1] if key.startswith("count:") else ""
            if (claim.id, outcome) in left_out and (claim.id, outcome) not in counted:
                cell.left_out = True
    fixed = [(key, tongue().say(heading)) for key, heading in _FIXED if key in headings]
    counts = sorted((key, heading) for key, heading in headings.items() if key.startswith("count:"))
    named_groups = [(_origin_name(origin, evidence), _sorted(rows, evidence)) for origin, rows in groups.items()]
    return FactTable([*fixed, *sorted(counts, key=lambda c: _count_order(c[0]))], named_groups)


def _origin_name(origin: str, evidence: Evidence) -> str:
    return tongue().name_of(evidence.origin_names.get(origin, "")) or tongue().say("Origin not traced")


def _count_order(key: str) -> tuple[int, str]:
    order = ("killed", "injured", "missing", "detained", "displaced", "captured", "destroyed", "damaged", "present")
    outcome = key.split(":")[1]
    return (order.index(outcome) if outcome in order else len(order), key)


def _sorted(rows: Mapping[str, FactRow], evidence: Evidence) -> list[FactRow]:
    def said(row: FactRow) -> tuple[bool, float, str]:
        published = evidence.items[row.item].published_at
        return (published is None, parse_instant(published).timestamp() if published else 0.0, row.item)

    return sorted(rows.values(), key=said)


def _row(item_id: str, evidence: Evidence, zone: str) -> FactRow:
    item = evidence.items[item_id]
    said = instant_words(item.published_at, zone) if item.published_at else tongue().say("no date")
    return FactRow(item_id, named(source_name(item, evidence)), said, {})


def _differing(incident: Incident, claims: Mapping[str, Claim]) -> set[tuple[str, str]]:
    """Return the claims that a contradiction holds, each with the column that it is about."""
    found: set[tuple[str, str]] = set()
    for contradiction in incident.contradictions:
        told = [claims[claim] for claim in contradiction.claims if claim in claims]
        columns = {_KINDS[contradiction.kind]} if contradiction.kind in _KINDS else _counted_twice(told)
        found |= {(claim.id, column) for claim in told for column in columns}
    return found


def _counted_twice(claims: Sequence[Claim]) -> set[str]:
    """Return the columns of counts that two of the claims give: what only one of them counts, nobody contradicts."""
    givers: dict[str, set[str]] = {}
    for claim in claims:
        for count in claim.counts:
            givers.setdefault(_count_key(count), set()).add(claim.id)
    return {key for key, ids in givers.items() if len(ids) > 1} or set(givers)


def _count_key(count: ClaimedCount) -> str:
    return f"count:{count.outcome}:{count.item or ''}"


def _facts(claim: Claim, zone: str, *, beside: bool) -> list[tuple[str, str, str]]:
    """Return what a claim says: when, where, by whom and against whom only where it is of the event itself."""
    facts = [("polarity", "Stance", _stance(claim))]
    if beside:
        facts.append(("beside", "Told beside it", _beside(claim)))
        return [fact for fact in (*facts, *_counts(claim)) if fact[2]]
    if claim.when and isinstance(claim.when.value, Interval):
        facts.append(("when", "When", _short_when(claim.when.value, zone) or isolated(claim.when.text)))
    if claim.where:
        place = claim.where.value
        side = claim.relation.replace("_", " ") if claim.relation and claim.relation not in ("at", "from") else ""
        relation = f"{tongue().word('relations', side)} " if side else ""
        name = place_name(place) if isinstance(place, Place) else claim.where.text
        facts.append(("where", "Where", relation + isolated(named(name))))
    facts.append(("who", "Who did it", _party_names(claim.perpetrators)))
    facts.append(("whom", "Against whom", _party_names(_struck(claim))))
    means = [m.value.name for m in claim.means if isinstance(m.value, Equipment)]
    facts.append(("means", "With what", listed([isolated(tongue().name_of(name)) for name in dict.fromkeys(means)])))
    return [fact for fact in (*facts, *_counts(claim)) if fact[2]]


def _counts(claim: Claim) -> Iterator[tuple[str, str, str]]:
    for count in claim.counts:
        group = f" {group_word(count.group)}" if count.group and count.group != "unknown" else ""
        words = _count_words(count.low, count.high, count.rule) + group
        yield _count_key(count), column_label(count.outcome, count.item), words


def _struck(claim: Claim) -> list[Party]:
    """Return those struck, without the people who are counted and of whom nothing is said: that is the toll."""
    return [
        party for party in claim.targets
        if party.type is not None or party.start is None or party.end is None
        or not any(count.start <= party.start and party.end <= count.end for count in claim.counts)
    ]  # fmt: skip


def _beside(claim: Claim) -> str:
    """Return what a claim tells that went on beside the event, with who did it: "threat: a militia"."""
    what, who = sentence_case(event_label(claim.event)), _party_names(claim.perpetrators)
    return tongue().say("{what}: {who}", what=what, who=who) if who else what


def _party_names(parties: Sequence[Party]) -> str:
    return listed([isolated(named(tongue().name_of(party.name))) for party in parties])


def _count_words(low: float | None, high: float | None, rule: str) -> str:
    if rule in ("several", "dozens", "hundreds", "thousands", "many"):
        return tongue().say("“{quote}”", quote=tongue().say(rule))
    if low is None and high is None:
        return tongue().say("some")
    words = figure(low, high)
    return tongue().say("about {n}", n=words) if rule == "about" else words


def _stance(claim: Claim) -> str:
    if claim.polarity == "asserted":
        return tongue().say("hedged ({words})", words=isolated(named(claim.hedge))) if claim.hedge else ""
    return tongue().say({"denied": "denies it", "questioned": "doubts it"}[claim.polarity])


def _short_when(interval: Interval, zone: str) -> str:
    from datetime import timedelta
    from zoneinfo import ZoneInfo

    if not (interval.start and interval.end):
        return ""
    start = parse_instant(interval.start).astimezone(ZoneInfo(zone))
    end = parse_instant(interval.end).astimezone(ZoneInfo(zone))
    if end - start >= timedelta(hours=23):
        # Days are those of the zone that they were told in, some hours off this one.
        first, last = (start + timedelta(hours=12), end - timedelta(hours=12))
        days = [f"{day.day} {month(day)}" for day in (first, last)]
        return (
            days[0]
            if end - start <= timedelta(hours=30)
            else tongue().say("{low} to {high}", low=days[0], high=days[1])
        )
    if end - start <= timedelta(minutes=1):
        return f"{start.day} {month(start)} {start:%H:%M}"
    return f"{start.day} {month(start)} {start:%H:%M}–{end:%H:%M}"


def headline_figures(incident: Incident) -> list[tuple[str, str, str]]:
    """Return what stands under the title: label, figure and a note, the toll first, and of it the whole."""
    from ascertain.publish.telling.harm import rank
    from ascertain.publish.wording import count_words, range_label

    shown: list[tuple[str, str, str]] = []
    for range_ in sorted(incident.counts, key=lambda range_: (rank(range_)[2], rank(range_))):
        if len(shown) == 4 or range_.outcome == "present" or not (range_.min or range_.max):
            continue
        note = count_words(range_.origins, "origin") if range_.origins else ""
        shown.append((range_label(range_), _dash(range_), note))
    return shown


def _dash(range_: Range) -> str:
    ends = [step for step in range_.trace if step.end in ("min", "max")]
    if ends and all(step.because.startswith(_UNFIGURED) for step in ends):
        return tongue().say("some")  # a codebook makes two of a plural: no report says two
    if range_.min is None or range_.max is None or range_.min == range_.max or tongue().direction == "rtl":
        return figure(range_.min, range_.max)  # a dash in a line that runs to the left puts the greater end first
    return f"{range_.min}–{range_.max}"
