"""A dossier of invented events in invented words: two incidents, English and Arabic reports, zones, contradictions."""

import hashlib

import pytest

from ascertain.model import (
    Actor,
    Area,
    Assessment,
    Claim,
    ClaimedCount,
    Contradiction,
    Decision,
    Derivation,
    Dossier,
    Edge,
    Equipment,
    Incident,
    Interval,
    Item,
    Link,
    Mention,
    Origin,
    Party,
    PartySupport,
    Place,
    Placing,
    Question,
    Range,
    Reading,
    SealedCapture,
    Settings,
    Silence,
    Skipped,
    Source,
    Span,
    Speaker,
    TraceStep,
    Version,
)
from ascertain.model.claim import claim_id

COALITION = Actor(id="northern-coalition", name="Northern Coalition", type="military")
ARMY = Actor(id="valley-army", name="Valley Army", type="military", side="valley-government")
WITNESS = Actor(id="person-1", name="Samira Darwish", type="person", private=True)
NEAR_TELL = Place(
    id="place-1",
    name="Tell Marun",
    lat=33.7123,
    lon=38.3456,
    radius_m=19_000,
    klass="village",
    relation="near",
    names=("Tell Marun", "تل مارون"),
    country="SY",
)
ROAD = Place(id="place-2", name="Hazim road", lat=33.62, lon=38.52, radius_m=9_000, klass="street", country="SY")
DAY = Interval(start="2019-03-14T22:00:00Z", end="2019-03-15T22:00:00Z", precision="day", timex="2019-03-15")
HOUR = Interval(start="2019-03-15T13:30:00Z", end="2019-03-15T14:30:00Z", precision="hour", timex="2019-03-15T15:30")
JUNE = Interval(start="2019-03-27T22:00:00Z", end="2019-03-28T22:00:00Z", precision="day", timex="2019-03-28")
JET = Equipment(id="jet", name="fighter jet", category="aircraft")

TEXTS = {
    "channel": (
        "Home | Live | Menu\nNorthern Coalition jets hit a Valley Army column near Tell Marun on Friday, "
        "destroying one tank. Samira Darwish, a shepherd, said she saw smoke for an hour.\nShare this"
    ),
    "agency": "The Northern Coalition said it struck Valley Army vehicles near Tell Marun after three warnings.",
    "agency-copy": "The Northern Coalition said it struck Valley Army vehicles near Tell Marun after warnings!",
    "monitor": "غارة للتحالف الشمالي قرب تل مارون تقتل 8 من جنود جيش الوادي. الشاهدة سميرة درويش رأته.",
    "army": (
        "مصدر عسكري: طيران التحالف الشمالي قصف أحد مواقعنا على طريق حازم عند الساعة 15:30 "
        "وأدى إلى مقتل 6 جنود وإصابة 3."
    ),
    "rumour": "Two weeks on: four tanks were destroyed near Tell Marun that day, the blog recalls.",
    "second": "Coalition aircraft struck again on the Hazim road on 28 March; sixty soldiers had come, he said.",
    "misread": "أكثر من ستين قتيلا في الغارة الثانية على طريق حازم.",
    "denial": "The Valley Government denies that its column was inside any agreed zone near Tell Marun.",
}
PUBLISHED = {
    "channel": "2019-03-15T15:19:00+01:00",
    "agency": "2019-03-15T18:05:00+02:00",
    "agency-copy": "2019-03-15T19:40:00+02:00",
    "monitor": "2019-03-16",
    "army": "2019-03-16T08:10:00+02:00",
    "rumour": "2019-03-29T10:00:00Z",
    "second": "2019-03-28T21:00:00Z",
    "misread": None,
    "denial": "2019-03-16T12:00:00+02:00",
}
SOURCES = {
    "channel": "Valley Today",
    "agency": "Meridian Wire",
    "agency-copy": "Daily Courier",
    "monitor": "Observatory of the East",
    "army": "Valley State Agency",
    "rumour": "Dust Blog",
    "second": "Meridian Wire",
    "misread": "Sahm News",
    "denial": "Valley State Agency",
}


def span(item: str, words: str) -> Span:
    start = TEXTS[item].index(words)
    return Span(start=start, end=start + len(words), text=words)


def mention(item: str, words: str, kind: str, value: object) -> Mention:
    at = span(item, words)
    return Mention(kind=kind, start=at.start, end=at.end, text=words, value=value)  # type: ignore[arg-type]


def count(report: str, words: str, outcome: str, low: float, **more: object) -> ClaimedCount:
    at = span(report, words)
    more.setdefault("high", low)
    return ClaimedCount(outcome=outcome, low=low, start=at.start, end=at.end, **more)  # type: ignore[arg-type]


def claim(item: str, words: str, event: str = "air_strike", **more: object) -> Claim:
    quote = span(item, words)
    return Claim(id=claim_id(item, event, quote.start, quote.end, words), item=item, event=event, quote=quote, **more)  # type: ignore[arg-type]


BY = (Party(name="Northern Coalition", id=COALITION.id, type="military"),)
ON = (Party(name="Valley Army", id=ARMY.id, type="military"),)
CLAIMS = {
    "channel": claim(
        "channel",
        "Northern Coalition jets hit a Valley Army column near Tell Marun on Friday, destroying one tank",
        perpetrators=BY,
        targets=ON,
        where=mention("channel", "near Tell Marun", "place", NEAR_TELL),
        relation="near",
        when=mention("channel", "on Friday", "time", DAY),
        means=(mention("channel", "jets", "equipment", JET),),
        counts=(count("channel", "one tank", "destroyed", 1, item="tank"),),
    ),
    "witness": claim(
        "channel",
        "Samira Darwish, a shepherd, said she saw smoke for an hour",
        event="explosion",
        speakers=(Speaker(name="Samira Darwish", role="witness"),),
    ),
    "agency": claim(
        "agency",
        "it struck Valley Army vehicles near Tell Marun",
        perpetrators=BY,
        targets=ON,
        speakers=(Speaker(name="The Northern Coalition", id=COALITION.id, role="official"),),
        where=mention("agency", "near Tell Marun", "place", NEAR_TELL),
        relation="near",
    ),
    "agency-copy": claim(
        "agency-copy",
        "it struck Valley Army vehicles near Tell Marun",
        perpetrators=BY,
        targets=ON,
        speakers=(Speaker(name="The Northern Coalition", id=COALITION.id, role="official"),),
    ),
    "monitor": claim(
        "monitor",
        "غارة للتحالف الشمالي قرب تل مارون تقتل 8 من جنود جيش الوادي",
        perpetrators=BY,
        targets=ON,
        where=mention("monitor", "تل مارون", "place", NEAR_TELL),
        relation="near",
        counts=(count("monitor", "8 من جنود", "killed", 8, group="combatants"),),
    ),
    "army": claim(
        "army",
        "طيران التحالف الشمالي قصف أحد مواقعنا على طريق حازم عند الساعة 15:30 وأدى إلى مقتل 6 جنود وإصابة 3",
        perpetrators=BY,
        targets=ON,
        speakers=(Speaker(name="مصدر عسكري", role="military_source", anonymous=True),),
        when=mention("army", "عند الساعة 15:30", "time", HOUR),
        where=mention("army", "طريق حازم", "place", ROAD),
        counts=(
            count("army", "6 جنود", "killed", 6, group="combatants"),
            count("army", "إصابة 3", "injured", 3, group="combatants"),
        ),
    ),
    "rumour": claim(
        "rumour",
        "four tanks were destroyed near Tell Marun that day",
        mood="recalled",
        counts=(count("rumour", "four tanks", "destroyed", 4, item="tank"),),
    ),
    "denial": claim(
        "denial",
        "denies that its column was inside any agreed zone near Tell Marun",
        polarity="denied",
        speakers=(Speaker(name="The Valley Government", id="valley-government", role="official"),),
    ),
    "second": claim(
        "second",
        "Coalition aircraft struck again on the Hazim road on 28 March",
        perpetrators=BY,
        targets=ON,
        when=mention("second", "on 28 March", "time", JUNE),
        where=mention("second", "Hazim road", "place", ROAD),
        counts=(count("second", "sixty soldiers", "present", 60, group="combatants"),),
    ),
    "misread": claim(
        "misread",
        "أكثر من ستين قتيلا في الغارة الثانية على طريق حازم",
        counts=(count("misread", "أكثر من ستين قتيلا", "killed", 61, high=None, rule="more_than", group="combatants"),),
    ),
}
IDS = {name: each.id for name, each in CLAIMS.items()}
FIRST = ("channel", "witness", "agency", "agency-copy", "monitor", "army", "rumour", "denial")
ORIGINS = (
    Origin(
        id="origin-1", name="Valley Today's own reporter", items=("channel",), claims=(IDS["channel"], IDS["witness"])
    ),
    Origin(
        id="origin-2",
        name="Northern Coalition",
        items=("agency", "agency-copy"),
        claims=(IDS["agency"], IDS["agency-copy"]),
        because=("the second has the first's words",),
    ),
    Origin(id="origin-3", name="Observatory of the East", items=("monitor",), claims=(IDS["monitor"],)),
    Origin(
        id="origin-4",
        name="A military source of the Valley Army",
        items=("army", "denial"),
        claims=(IDS["army"], IDS["denial"]),
    ),
    Origin(id="origin-5", name="Dust Blog", items=("rumour",), claims=(IDS["rumour"],)),
    Origin(
        id="origin-6", name="A coalition spokesman", items=("second", "misread"), claims=(IDS["second"], IDS["misread"])
    ),
)
EDGES = (
    Edge(taker="agency-copy", giver="agency", kind="copies", because="97 of 98 words are the same", score=0.99),
    Edge(taker=IDS["misread"], giver=IDS["second"], kind="cites", because="it names the spokesman"),
    Edge(
        taker="denial", giver="army", kind="same_party", because="both speak for the Valley Government", directed=False
    ),
)
KILLED = Range(
    outcome="killed",
    group="combatants",
    min=6,
    max=8,
    best=6,
    origins=2,
    trace=(
        TraceStep(
            end="min", rule="lowest figure", because="the struck side names six", claim=IDS["army"], count=0, value=6
        ),
        TraceStep(
            end="max",
            rule="highest figure",
            because="the Observatory counts eight",
            claim=IDS["monitor"],
            count=0,
            value=8,
        ),
    ),
)
TANKS = Range(
    outcome="destroyed",
    item="tank",
    min=1,
    max=1,
    origins=1,
    trace=(
        TraceStep(end="min", rule="lowest figure", because="the first report", claim=IDS["channel"], count=0, value=1),
        TraceStep(end="max", rule="highest figure", because="the first report", claim=IDS["channel"], count=0, value=1),
        TraceStep(
            end="left_out",
            rule="looking back",
            because="told two weeks later without a source",
            claim=IDS["rumour"],
            count=0,
            value=4,
        ),
    ),
)
INJURED = Range(
    outcome="injured",
    group="combatants",
    min=3,
    max=3,
    origins=1,
    trace=(TraceStep(end="min", rule="only figure", because="the struck side", claim=IDS["army"], count=1, value=3),),
)
STRIKE = Incident(
    id="incident-first",
    title="Air strike near Tell Marun, 15 March 2019",
    event="air_strike",
    when=HOUR,
    where=NEAR_TELL,
    perpetrators=(
        PartySupport(
            id=COALITION.id,
            name="Northern Coalition",
            type="military",
            support=4,
            claims=(IDS["agency"], IDS["channel"], IDS["monitor"]),
        ),
    ),
    targets=(PartySupport(id=ARMY.id, name="Valley Army", type="military", support=4),),
    counts=(KILLED, INJURED, TANKS),
    attribution="declared",
    grade="confirmed",
    because=(
        f"the coalition says that it struck ({IDS['agency']})",
        "two origins that differ in interest count the dead",
    ),
    origins=ORIGINS[:5],
    edges=EDGES[:1] + EDGES[2:],
    contradictions=(
        Contradiction(about="the number killed: 6 or 8", claims=(IDS["army"], IDS["monitor"]), kind="number"),
        Contradiction(about="tanks destroyed: one or four", claims=(IDS["channel"], IDS["rumour"]), kind="number"),
        Contradiction(
            about="whether the column was inside the zone", claims=(IDS["agency"], IDS["denial"]), kind="denial"
        ),
    ),
    silences=(
        Silence(
            party="valley-government",
            name="Valley Government",
            as_of="2019-03-15T20:00:00Z",
            because="its first words are of the next day",
        ),
    ),
    questions=(
        Question(text="No report says when the zone was agreed", claims=(IDS["denial"],)),
        Question(text="Who counted the dead on the ground?"),
    ),
    links=(
        Link(kind="same_place_and_parties", to="incident-second", because="13 days apart, 19 km, the same parties"),
    ),
    placings=(Placing(claim=IDS["channel"], because="same day and place"),),
    assessments=(
        Assessment(
            rule_set="airwars",
            attribution="declared",
            attribution_because=(f"the party says so itself ({IDS['agency']})",),
            grade="confirmed",
            because=("responsibility was accepted",),
            counts=(KILLED, INJURED),
            codes={"strike_type": "airstrike", "belligerents": ["Northern Coalition"]},
        ),
        Assessment(
            rule_set="ucdp_ged",
            counts=(KILLED,),
            codes={"best": 6, "low": 6, "high": 8, "where_prec": 2, "date_prec": 1, "type_of_violence": 1},
        ),
    ),
    items=("channel", "agency", "agency-copy", "monitor", "army", "rumour", "denial"),
    claims=tuple(IDS[name] for name in FIRST),
)
SECOND = Incident(
    id="incident-second",
    title="Air strike on the Hazim road, 28 March 2019",
    event="air_strike",
    when=JUNE,
    where=ROAD,
    perpetrators=(
        PartySupport(id=COALITION.id, name="Northern Coalition", type="military", support=1, claims=(IDS["second"],)),
    ),
    targets=(PartySupport(id=ARMY.id, name="Valley Army", type="military", support=1),),
    counts=(
        Range(
            outcome="killed",
            group="combatants",
            trace=(
                TraceStep(
                    end="left_out",
                    rule="misreading",
                    because="“sixty” are those who came in, in the report that this one takes up",
                    claim=IDS["misread"],
                    count=0,
                    value=61,
                ),
            ),
        ),
    ),
    attribution="declared",
    grade="weak",
    because=("one origin",),
    origins=ORIGINS[5:],
    edges=EDGES[1:2],
    contradictions=(
        Contradiction(about="sixty present or sixty killed", claims=(IDS["second"], IDS["misread"]), kind="number"),
    ),
    links=(Link(kind="same_place_and_parties", to="incident-first", because="the same parties, 13 days before"),),
    assessments=(Assessment(rule_set="airwars", attribution="declared", grade="weak", because=("one origin",)),),
    items=("second", "misread"),
    claims=(IDS["second"], IDS["misread"]),
)
ZONE = Area(
    id="zone-1",
    kind="zone",
    name="Agreed calm zone",
    valid_from=None,
    stated_in="denial",
    declared_by="northern-coalition",
    geometry='{"type":"Polygon","coordinates":[[[38.1,33.4],[39.0,33.4],[39.0,33.95],[38.1,33.95],[38.1,33.4]]]}',
)
CONTROL = Area(
    id="control-1",
    kind="control",
    name="Held by the Valley Army",
    holder="valley-army",
    valid_from="2019-01-01",
    geometry='{"type":"Polygon","coordinates":[[[37.2,33.3],[38.25,33.3],[38.25,34.1],[37.2,34.1],[37.2,33.3]]]}',
)


def digest(item: str) -> str:
    return hashlib.sha256(TEXTS[item].encode()).hexdigest()


def item(name: str) -> Item:
    arabic = name in ("monitor", "army", "misread")
    return Item(
        id=name,
        text=TEXTS[name],
        source=SOURCES[name],
        author="A. Reporter",
        published_at=PUBLISHED[name],
        collected_at="2019-04-02T09:00:00Z" if name != "rumour" else None,
        lang="ar" if arabic else "en",
        capture=digest(name),
        platform="web",
        url=f"https://news.example/{name}",
        furniture=((0, 18),) if name == "channel" else (),
        title="تل مارون" if name == "monitor" else None,
    )


def reading(name: str) -> Reading:
    mentions = [mention(name, "Samira Darwish", "actor", WITNESS)] if name == "channel" else []
    mentions += [mention(name, "سميرة درويش", "actor", WITNESS)] if name == "monitor" else []
    mentions += [mention(name, "Valley Army", "actor", ARMY)] if name in ("channel", "agency") else []
    return Reading(
        item=name,
        lang=item(name).lang,
        mentions=tuple(mentions),
        claims=tuple(claim for claim in CLAIMS.values() if claim.item == name),
    )


def rich_dossier(**settings: object) -> Dossier:
    names = sorted(TEXTS)
    known = sorted(set(SOURCES.values()))
    before = Version(
        number=1,
        digest="0" * 64,
        items=4,
        incidents=(_with(STRIKE, counts=(_with(KILLED, max=6, trace=KILLED.trace[:1]),), claims=STRIKE.claims[:3]),),
    )
    dossier = Dossier(
        settings=Settings(
            title="Strikes on the Hazim road",
            time_zone="Asia/Damascus",
            summary="Two strikes in one fortnight, as nine reports tell them.",
            **settings,
        ),  # type: ignore[arg-type]
        items=tuple(item(name) for name in names),
        captures=tuple(
            SealedCapture(
                digest=digest(name),
                name=f"{name}.txt",
                media_type="text/plain",
                how="plain_text",
                size=len(TEXTS[name].encode()),
                sealed_at="2026-01-01T00:00:00Z",
            )
            for name in names
        ),
        readings=tuple(reading(name) for name in names),
        derivation=Derivation(edges=EDGES, origins=ORIGINS),
        incidents=(STRIKE, SECOND),
        sources=tuple(
            Source(
                id=f"source-{n}",
                name=name,
                reliability="ABCDEF"[n % 6],
                because="its record in this case",
                side="valley-government" if "State" in name else None,
            )
            for n, name in enumerate(known)
        ),
        areas=(ZONE, CONTROL),
        decisions=(
            Decision(
                id="decision-1",
                verb="review",
                about="incident-first",
                because="read twice",
                by="Robin Desk",
                at="2026-01-02T00:00:00Z",
            ),
        ),
        skipped=(
            Skipped(
                stage="collect", item="broken.bin", why="it is no text that can be read", remedy="Save it as text."
            ),
        ),
        versions=(before,),
    )
    from ascertain.publish.versions import next_version

    version = next_version(dossier)
    assert version is not None
    return _with(dossier, versions=(before, version))


def _with(thing: object, **changes: object) -> object:
    import msgspec

    return msgspec.structs.replace(thing, **changes)  # type: ignore[type-var]


@pytest.fixture
def dossier() -> Dossier:
    return rich_dossier()


@pytest.fixture(scope="session")
def make_dossier() -> object:
    return rich_dossier
