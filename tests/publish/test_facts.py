"""The table of facts: who did it and to whom is of the event itself; what went on beside it stands apart."""

import msgspec

from ascertain.model import Dossier, Interval, Party
from ascertain.publish.evidence import Evidence
from ascertain.publish.site.facts import FactRow, _short_when, fact_table
from ascertain.publish.telling.kinds import event_label, is_beside
from ascertain.publish.wording import indefinite, with_articles


def row_of(dossier: Dossier, source: str) -> FactRow:
    table = fact_table(dossier.incidents[0], Evidence.of(dossier), "UTC")
    return next(row for _, rows in table.groups for row in rows if row.source == source)


def told(row: FactRow, column: str) -> list[str]:
    cell = row.cells.get(column)
    return [words.strip("\u2068\u2069") for words, _ in cell.entries] if cell else []


def with_first_claim(dossier: Dossier, item: str, **changes: object) -> Dossier:
    def changed(reading):
        if reading.item != item:
            return reading
        first, *rest = reading.claims
        return msgspec.structs.replace(reading, claims=(msgspec.structs.replace(first, **changes), *rest))

    return msgspec.structs.replace(dossier, readings=tuple(map(changed, dossier.readings)))


def test_what_goes_on_beside_a_strike() -> None:
    assert is_beside("threat", "air_strike") and is_beside("ground_offensive", "air_strike")
    assert is_beside("warning_shots", "attack") and is_beside("movement", "attack")
    assert not is_beside("attack", "air_strike") and not is_beside("shelling", "air_strike")
    assert not is_beside("threat", "threat")


def test_a_threatened_side_is_not_among_those_struck(dossier: Dossier) -> None:
    struck = row_of(dossier, "Valley Today")
    assert told(struck, "whom") == ["Valley Army"] and not told(struck, "beside")
    threat = row_of(with_first_claim(dossier, "channel", event="threat"), "Valley Today")
    assert told(threat, "whom") == told(threat, "who") == told(threat, "where") == []
    assert told(threat, "beside") == ["Threat: \u2068Northern Coalition"]


def test_the_people_counted_are_the_toll_and_no_party(dossier: Dossier) -> None:
    claim = next(reading for reading in dossier.readings if reading.item == "channel").claims[0]
    [count] = claim.counts
    counted = Party(name="one tank", start=count.start, end=count.end)
    again = with_first_claim(dossier, "channel", targets=(*claim.targets, counted))
    assert told(row_of(again, "Valley Today"), "whom") == ["Valley Army"]


def test_kinds_go_by_their_files_own_labels() -> None:
    assert [indefinite(event_label(kind)) for kind in ("threat", "warning_shots", "show_of_force")] == [
        "a threat", "warning shots", "a show of force",
    ]  # fmt: skip


def test_bodies_take_their_article() -> None:
    names = ["US-led coalition", "Russia", "13th Battalion", "Syrian government (Assad)"]
    assert (
        with_articles("only Syrian government (Assad) says so", names) == "only the Syrian government (Assad) says so"
    )
    assert with_articles("the US-led coalition and Russia", names) == "the US-led coalition and Russia"
    assert with_articles("US-led coalition is named", names) == "the US-led coalition is named"


def test_a_day_is_that_of_the_zone_that_it_was_told_in() -> None:
    there = Interval(start="2019-03-14T21:00:00Z", end="2019-03-15T21:00:00Z", precision="day", timex="2019-03-15")
    assert _short_when(there, "Africa/Khartoum") == "15 Mar"
    two = Interval(start="2019-03-14T21:00:00Z", end="2019-03-16T21:00:00Z", precision="day")
    assert _short_when(two, "Africa/Khartoum") == "15 Mar to 16 Mar"
