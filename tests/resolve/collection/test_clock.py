"""The clock of a collection: where no zone is set, what tells none is read as most reports are."""

import json
from pathlib import Path

import pytest

from ascertain.case.reading import reader
from ascertain.case.sweep import sweep
from ascertain.knowledge import Knowledge, load
from ascertain.model import Interval, Item, Reading, Settings
from ascertain.resolve.collection import settle, with_zone

KNOWLEDGE = load()
IN_SYRIA = "Two people were killed when shells hit a market in Idlib in Syria at 10:30 on 5 May 2022."
NOWHERE = "The convoy was shelled at 23:30 on 5 May 2022. Three people were killed."
WITH_A_ZONE = "The convoy was shelled at 23:30 GMT on 5 May 2022. Three people were killed."
HOURS_AGO = "The convoy was shelled two hours ago. Three people were killed."


def read(
    texts: dict[str, str], settings: Settings, published: str | None = None
) -> tuple[Settings, dict[str, Reading]]:
    items = [Item(id=key, text=text, published_at=published) for key, text in texts.items()]
    of_one = reader(KNOWLEDGE, settings, few=True)
    readings = {item.id: of_one(item) for item in items}
    settings = with_zone(settings, readings.values(), KNOWLEDGE)
    return settings, settle(items, readings, settings)


def when(reading: Reading) -> Interval:
    (claim, *_) = [claim for claim in reading.claims if claim.when is not None]
    assert claim.when is not None and isinstance(claim.when.value, Interval)
    return claim.when.value


def test_the_zone_of_most_reports_is_that_of_the_others() -> None:
    settings, readings = read({"a": IN_SYRIA, "b": IN_SYRIA, "c": NOWHERE}, Settings())
    assert settings.time_zone == "Asia/Damascus"
    value = when(readings["c"])
    assert (value.start, value.zone, value.timex) == ("2022-05-05T20:30:00Z", "Asia/Damascus", "2022-05-05T23:30")
    assert any("most reports keep" in note for note in value.notes)


@pytest.mark.parametrize(("text", "published"), [(WITH_A_ZONE, None), (HOURS_AGO, "2022-05-06T01:30:00Z")])
def test_what_the_words_say_or_count_from_now_is_left(text: str, published: str | None) -> None:
    _, readings = read({"a": IN_SYRIA, "b": IN_SYRIA, "c": text}, Settings(), published)
    assert (when(readings["c"]).start or "")[:16] == "2022-05-05T23:30"


def test_a_zone_that_is_set_stands() -> None:
    settings, readings = read({"a": IN_SYRIA, "c": NOWHERE}, Settings(time_zone="Europe/Kyiv"))
    assert settings.time_zone == "Europe/Kyiv"
    assert when(readings["c"]).zone == "Europe/Kyiv"


def test_where_no_report_tells_a_land_it_is_utc() -> None:
    settings, readings = read({"c": NOWHERE}, Settings())
    assert settings.time_zone == "UTC"
    assert when(readings["c"]).start == "2022-05-05T23:30:00Z"


def test_one_report_alone_says_that_nothing_tells_its_zone() -> None:
    value = when(reader(KNOWLEDGE, Settings(), few=True)(Item(id="c", text=NOWHERE)))
    assert value.start == "2022-05-05T23:30:00Z"
    assert value.notes == ("nothing tells the zone: read as UTC",)


def test_a_sweep_without_a_zone_gives_what_one_with_it_gives(tmp_path: Path) -> None:
    knowledge: Knowledge = KNOWLEDGE
    reports = tmp_path / "items.jsonl"
    lines = [f'{{"id": "{key}", "text": "{text}"}}' for key, text in (("a", IN_SYRIA), ("b", IN_SYRIA), ("c", NOWHERE))]
    reports.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for name, zone in (("set", "Asia/Damascus"), ("left-out", "")):
        sweep([reports], tmp_path / name, knowledge=knowledge, settings=Settings(time_zone=zone))
    told = [[json.loads(line) for line in (tmp_path / name / "incidents.jsonl").open()] for name in ("set", "left-out")]
    assert [(one["id"], one["when"]["start"]) for one in told[0]] == [
        (one["id"], one["when"]["start"]) for one in told[1]
    ]
