"""A page that lost its article goes with the event that its address or title tells of; no figure rests on that."""

from collections.abc import Iterator
from urllib.parse import quote

from ascertain.case.reading import reader
from ascertain.case.reasoning import reason
from ascertain.collect.stated_day import date_by_page
from ascertain.group.stage import tellings_of
from ascertain.knowledge import Knowledge, load
from ascertain.model import Claim, Incident, Item, Settings
from ascertain.resolve.collection import settle

KNOWLEDGE = load()
SETTINGS = Settings(time_zone="Asia/Damascus", countries=("SY",))
TOLD = Item(
    id="told",
    text="قتل مدنيان وأصيب خمسة آخرون اليوم الثلاثاء جراء قصف مدفعي لقوات النظام على مدينة أريحا جنوبي إدلب.",
    source="one.example",
    published_at="2022-05-17T15:00:00+03:00",
)
LOST = Item(
    id="lost",
    text="Redirect Notice The previous page is sending you to another page.",
    source="two.example",
    url="https://two.example/2022/05/17/" + quote("تسعة-قتلى-بقصف-مدفعي-للنظام-على-أريحا"),
    published_at="2022-05-17",
)


def incidents_of(*items: Item) -> list[Incident]:
    read = reader(KNOWLEDGE, SETTINGS, few=True)
    readings = settle(items, {item.id: read(item) for item in items}, SETTINGS)
    return list(reason(items, readings, KNOWLEDGE, SETTINGS)[1])


def test_a_page_without_its_article_goes_where_its_address_tells() -> None:
    (one,) = incidents_of(TOLD, LOST)
    assert one.items == ("lost", "told")
    assert [placing.item for placing in one.placings if placing.item] == ["lost"]
    assert "headline" in next(placing.because for placing in one.placings if placing.item)


def test_no_figure_source_or_claim_rests_on_a_headline() -> None:
    (one,) = incidents_of(TOLD, LOST)
    (alone,) = incidents_of(TOLD)
    assert (one.counts, one.claims, one.origins) == (alone.counts, alone.claims, alone.origins)


def test_a_headline_alone_is_no_incident() -> None:
    assert incidents_of(LOST) == []


def test_of_another_day_it_goes_elsewhere() -> None:
    other = Item(id="lost", text=LOST.text, url=LOST.url.replace("05/17", "03/02"), published_at="2022-03-02")  # type: ignore[union-attr]
    (one,) = incidents_of(TOLD, other)
    assert one.items == ("told",)


def test_a_wide_headline_does_not_stand_over_a_text_that_names_the_village() -> None:
    text = "أصيب طفل بقصف مدفعي على قرية بينين بجبل الزاوية اليوم الثلاثاء."
    item = Item(id="a", text=text, title="جرحى مدنيون بغارات للنظام في ريف إدلب", published_at="2022-05-17")
    reading = reader(KNOWLEDGE, SETTINGS, few=True)(item)
    assert reading.headline is not None
    bare = Item(id="a", text=text, published_at="2022-05-17")
    assert [one.claims for one in incidents_of(item)] == [one.claims for one in incidents_of(bare)]


def test_of_a_page_that_shows_another_article_each_part_goes_its_own_way() -> None:
    other = Item(
        id="lost",
        text="3 شباط 2023\n\nأعلنت وزارة الزراعة عن خطة للري في السويداء. قتل عنصر بانفجار لغم في تدمر اليوم الجمعة.",
        url="https://two.example/" + quote("مدنيان-قتيلان-بقصف-مدفعي-للنظام-على-أريحا"),
    )
    dated = date_by_page(other)
    assert dated.is_dated_by_page
    struck, mine = sorted(incidents_of(TOLD, dated), key=lambda one: one.event == "landmine")
    assert (struck.items, struck.claims) == (("lost", "told"), incidents_of(TOLD)[0].claims)
    assert mine.items == ("lost",) and mine.when is not None and (mine.when.timex or "").startswith("2023-02-03")


def test_a_headline_in_another_script_may_be_the_texts_own() -> None:
    english = "drone-strike-kills-two-in-kobani"
    item = Item(
        id="a", text="قتل شخصان في استهداف مسيرة تركية سيارة في مدينة عين العرب.", url=f"https://a.example/{english}"
    )
    reading = reader(KNOWLEDGE, SETTINGS, few=True)(item)
    assert reading.headline is not None and not reading.headline.foreign


def test_extractors_besides_those_installed_are_not_asked_about_headlines() -> None:
    asked: list[str] = []

    class Recording:
        name = "recording"

        def claims(self, item: Item, knowledge: Knowledge) -> Iterator[Claim]:
            asked.append(item.id)
            return iter(())

    reading = reader(KNOWLEDGE, SETTINGS, [Recording()], few=True)(LOST)
    assert reading.headline is not None
    assert asked == ["lost"]


def test_a_headline_of_two_events_has_the_names_about_them() -> None:
    title = "Saleem Qarmouz killed by shelling of Ariha and three hurt by landmine in Palmyra"
    lost = Item(id="a", text="The ministry of agriculture announced a plan for the harvest.", title=title)
    other = Item(id="b", text="استشهد المعلم سليم القرموز جراء القصف على أريحا.")
    read = reader(KNOWLEDGE, SETTINGS, few=True)
    readings = {item.id: read(item) for item in (lost, other)}
    first, *others = tellings_of((lost, other), readings, SETTINGS, set())
    assert len(others) == 2
    assert first.names and first.item == "a"
