"""H1: nothing in evidence runs in our pages, in every field that is shown; the policy alone stops it too."""

import itertools
import re
from pathlib import Path
from typing import Any

import pytest
from resiliparse.parse.html import HTMLTree

from ascertain.model import (
    Actor,
    Area,
    Assessment,
    Change,
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
    Question,
    Range,
    Reading,
    Recapture,
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
from ascertain.publish.evidence import Evidence
from ascertain.publish.gate import through_gate
from ascertain.publish.site import build, environment, marking
from ascertain.publish.stage import publish
from ascertain.publish.writing import Words

ASSETS = Path(build.__file__).parent / "assets/site.js"
pytestmark = pytest.mark.skipif(not ASSETS.exists(), reason="the pages' assets are not built: python web/build.py")

RUN = "window.ran=(window.ran||0)+1"
TAGS = (
    "script",
    "img",
    "svg",
    "iframe",
    "object",
    "embed",
    "body",
    "input",
    "details",
    "video",
    "audio",
    "marquee",
    "a",
)
HANDLERS = (
    *("onerror", "onload", "onfocus", "ontoggle", "onmouseover", "onclick", "onanimationstart", "onpointerenter"),
    "onbeforetoggle",
)
BREAKOUTS = (
    *("", '"', "'", '">', "'>", "</title>", "</style>", "</script>", "--></script>", "]]>", "</textarea>", "</svg>"),
    *("</bdi>", "`", '\\"'),
)
WHOLE = (
    f"<script>{RUN}</script>",
    f"<ScRiPt >{RUN}</sCrIpT>",
    f"javascript:{RUN}",
    f"<a href='javascript:{RUN}'>x</a>",
    f"<a href='jav\tascript:{RUN}'>x</a>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<svg><script>{RUN}</script></svg>",
    f"<math><mtext><script>{RUN}</script></mtext></math>",
    f"<base href='data:text/html,'><script>{RUN}</script>",
    "<meta http-equiv='refresh' content='0;url=data:text/html,x'>",
    "{{ 7*7 }}{% raw %}",
    f"\u2028{RUN}\u2029//",
    f"<!--><script>{RUN}</script>",
    f"<style>@import 'x';*{{background:url(javascript:{RUN})}}</style>",
    f"<noscript><p title='</noscript><script>{RUN}</script>'>",
)


def payloads() -> list[str]:
    """Some thousand: every breakout before every tag with every handler, and every breakout before whole attacks."""
    tags = [
        f"{breakout}<{tag} {handler}={quote}{RUN}{quote} src=x href=x autofocus open>"
        for breakout, tag, handler, quote in itertools.product(BREAKOUTS, TAGS, HANDLERS, ("", '"', "'"))
    ]
    attributes = [
        f"{quote} {handler}={quote}{RUN}{quote} autofocus x={quote}"
        for quote, handler in itertools.product(('"', "'", "`"), HANDLERS)
    ]
    return [*tags, *attributes, *(breakout + whole for breakout, whole in itertools.product(BREAKOUTS, WHOLE))]


def poisoned(words: str) -> Dossier:
    """A dossier with `words` in every field that evidence, or a desk, fills."""
    text = f"{words} was hit"
    quote = Span(start=0, end=len(text), text=text)
    inner = {"start": 0, "end": len(words), "text": words}
    place = Place(
        id="x", name=words, lat=33.5, lon=38.5, radius_m=5_000, klass="village", within=(words,), because=words
    )
    when = Interval(start="2019-03-15T13:00:00Z", end="2019-03-15T14:00:00Z", precision="hour", notes=(words,))
    claim = Claim(
        id="claim-" + "0" * 20, item=words, event="air_strike", quote=quote, hedge=words, polarity="denied",
        speakers=(Speaker(name=words, anonymous=True), Speaker(name=words, id="p")),
        when=Mention(kind="time", value=when, **inner), where=Mention(kind="place", value=place, **inner),
        means=(Mention(kind="equipment", value=Equipment(id="e", name=words, category=words), **inner),),
        perpetrators=(Party(name=words, id="p"),), targets=(Party(name=words),),
        counts=(ClaimedCount(outcome="destroyed", item=words, low=1, high=2, start=0, end=1),),
    )  # fmt: skip
    step = TraceStep(end="left_out", rule=words, because=words, claim=claim.id, value=3)
    counts = (Range(outcome="destroyed", item=words, min=1, max=2, origins=1, trace=(step,)),)
    origin = Origin(id=words, name=words, items=(words,), claims=(claim.id,), because=(words,))
    incident = Incident(
        id=words, title=words, event=words, when=when, where=place, counts=counts, attribution="contested",
        grade="contested", because=(words,), origins=(origin,),
        edges=(Edge(taker=words, giver=words, kind="cites", because=words, evidence=words),),
        perpetrators=(PartySupport(id="p", name=words, support=1, claims=(claim.id,), denied_by=(words,)),),
        targets=(PartySupport(id="t", name=words),),
        contradictions=(Contradiction(about=words, claims=(claim.id,), kind="number"),),
        silences=(Silence(party="p", name=words, as_of="2019-03-15", because=words),),
        questions=(Question(text=words, claims=(claim.id,)),),
        links=(Link(kind="precedent", to=words, because=words),),
        assessments=(
            Assessment(rule_set="airwars", attribution="contested", attribution_because=(words,), grade="weak",
                       because=(words,), counts=counts, codes={words: words}),
        ),
        items=(words,), claims=(claim.id,),
    )  # fmt: skip
    outline = '{"type":"Polygon","coordinates":[[[38,33],[39,33],[39,34],[38,34],[38,33]]]}'
    change = Change(incident=words, about="destroyed", before=words, after=words, because=words)
    return Dossier(
        settings=Settings(title=words, summary=words, reconstruction=True),
        items=(
            Item(id=words, text=text, source=words, author=words, title=words, url=f"javascript:{RUN}//{words}",
                 platform=words, published_at="2019-03-15", lang=words, capture="0" * 64, notes=(words,)),
        ),
        captures=(SealedCapture(digest="0" * 64, name=words, media_type=words, how=words, size=1, sealed_at=words),),
        readings=(
            Reading(item=words, lang=words, claims=(claim,), mentions=(
                Mention(kind="actor", value=Actor(id="p", name=words, type="military"), **inner),
            )),
        ),
        derivation=Derivation(
            origins=(origin,),
            edges=(Edge(taker=words, giver=words, kind="same_media", because=words, evidence=words),),
        ),
        recaptures=(
            Recapture(
                url=words, kind="changed", earlier_at="2019-03-15T13:00:00Z", later_at="2019-03-16T13:00:00Z",
                earlier_capture="0" * 64, later_capture="0" * 64, earlier_item=words, later_item=words,
                gone=((0, len(words)),), came=((0, len(words)),), claims_gone=(claim.id,), claims_came=(claim.id,),
            ),
        ),
        incidents=(incident,),
        sources=(Source(id="s", name=words, because=words, side=words, role=words, publisher=words, network=words),),
        areas=(Area(id=words, kind="zone", name=words, geometry=outline, stated_in=words, notes=words),),
        decisions=(Decision(id="d", verb="review", about=words, because=words, by=words, at="2026-01-01T00:00:00Z"),),
        skipped=(Skipped(stage="collect", item=words, why=words, remedy=words),),
        versions=(
            Version(number=1, digest="0", items=1, incidents=(incident,)),
            Version(number=2, digest="1", items=1, incidents=(incident,), changes=(change,)),
        ),
    )  # fmt: skip


ACTIVE = (
    "script iframe object embed base form applet video audio img foreignObject animate set use link meta style frame "
    "frameset portal marquee isindex math template"
).split()
ADDRESSES = ("href", "src", "xlink:href", "data", "action", "formaction", "srcset", "poster", "background")
_HANDLERS = ",".join(f"[{handler}]" for handler in HANDLERS)
_HELD = ",".join(f"[{name.replace(':', chr(92) + ':')}]" for name in ADDRESSES)


def active_in(page: str) -> list[str]:
    """Return what in a page could run or ask for something, as an HTML5 parser (Lexbor) reads it, in order."""
    document = HTMLTree.parse(page).document
    found = [node.tag for node in document.query_selector_all(",".join(ACTIVE))]
    found += [f"{node.tag} with a handler" for node in document.query_selector_all(_HANDLERS)]
    found += [f"{node.tag} with a style" for node in document.query_selector_all("[style],[srcdoc]")]
    for node in document.query_selector_all(_HELD):
        for name in ADDRESSES:
            if re.match(r"(javascript|data|vbscript):", re.sub(r"[\x00-\x20]", "", node.getattr(name, "") or ""), re.I):
                found.append(f"{node.tag} {name}={node.getattr(name)}")
    return found


def elements_of(markup: str) -> set[str]:
    """Return the elements of a piece of markup, as an HTML5 parser reads it inside a paragraph."""
    body = HTMLTree.parse(f"<p>{markup}</p>").body
    return {node.tag for node in body.query_selector_all("*")} if body is not None else set()


def pages_of(dossier: Dossier) -> dict[str, str]:
    gated = through_gate(dossier, draft=True)
    built = build.build_site(gated, Evidence.of(gated.dossier), draft=True, towns=())
    return {
        name: file.words for name, file in built.files.items() if name.endswith(".html") and isinstance(file, Words)
    }


def test_there_are_at_least_5000_payloads() -> None:
    assert len(set(payloads())) >= 5_000


def test_no_payload_adds_an_element_or_handler_to_what_marks_evidence() -> None:
    """Every payload through each way by which evidence reaches a page."""
    for payload in payloads():
        for made in (
            marking.evidence(payload),
            marking.ours(payload),
            marking.sentence(payload),
            marking.sentence(f"\u2068{payload}\u2069"),
        ):
            assert not active_in(str(made))[1:], payload  # an HTML document without a head has none of these
            assert elements_of(str(made)) <= {"p", "span", "bdi"}, payload


PARTS, AT_ONCE, AT_ONCE_IN_A_BROWSER = 10, 8, 40


def batches(part: int, size: int) -> list[str]:
    """Return a tenth of the payloads, `size` of them in a row: what one of them opens, the page has more of."""
    chosen = sorted(set(payloads()))[part::PARTS]
    return [" ".join(chosen[start : start + size]) for start in range(0, len(chosen), size)]


def kind_of(name: str) -> str:
    """Return the kind of a page by the name of its file, which holds the id of what it shows."""
    return name.partition("/")[0]


@pytest.mark.parametrize("part", range(PARTS))
def test_no_page_has_more_in_it_than_with_plain_words(part: int, record_property: Any) -> None:
    """Every payload, a few at a time, in every field that evidence or a desk fills, and every page read."""
    plain = {kind_of(name): len(active_in(page)) for name, page in pages_of(poisoned("plain words")).items()}
    record_property("cases", len(sorted(set(payloads()))[part::PARTS]))
    for payload in batches(part, AT_ONCE):
        for name, page in pages_of(poisoned(payload)).items():
            assert len(active_in(page)) <= plain[kind_of(name)], (name, payload, active_in(page))


@pytest.mark.parametrize("payload", WHOLE[:1] + WHOLE[3:8])
def test_the_control_without_escaping_it_is_found(payload: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marking, "escape", lambda words: words)
    assert active_in(str(marking.evidence(payload)))


def runs_in(browser: object, folder: Path) -> int:
    """Open every page, point at and focus everything, and return how often a payload ran."""
    page = browser.new_page()  # type: ignore[attr-defined]
    ran = 0
    page.on("dialog", lambda dialog: dialog.dismiss())
    for path in sorted(folder.rglob("*.html")):
        page.goto(path.as_uri())
        page.evaluate("document.querySelectorAll('a.cite, [autofocus], input, summary').forEach(e => e.focus())")
        page.wait_for_timeout(150)
        ran += page.evaluate("window.ran || 0")
    page.close()
    return ran


POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
COUNT = """() => {
    document.querySelectorAll('a.cite, [autofocus], input, summary').forEach(one => one.focus());
    const held = [...document.querySelectorAll('*')].filter(one => [...one.attributes].some(
        of => /^on/i.test(of.name) || /^[\\x00-\\x20]*(javascript|data|vbscript):/i.test(of.value)));
    return [window.ran || 0, document.querySelectorAll('ACTIVE').length + held.length];
}""".replace("ACTIVE", ",".join(ACTIVE))


def seen_in(page: Any, markup: str) -> tuple[int, int]:
    """Return how often something ran in a page that Chromium shows, and how much there is in it that could."""
    page.set_content(POLICY.sub("", markup), wait_until="domcontentloaded")
    ran, active = page.evaluate(COUNT)
    return int(ran), int(active)


@pytest.mark.parametrize("part", range(PARTS))
def test_chromium_finds_no_more_in_a_page_than_with_plain_words(part: int, browser: Any) -> None:
    """Every payload in every field, as Chromium parses it, without the policy: the cleaner alone is judged."""
    page = browser.new_page()
    plain = {kind_of(name): seen_in(page, made) for name, made in pages_of(poisoned("plain words")).items()}
    for payload in batches(part, AT_ONCE_IN_A_BROWSER):
        for name, made in pages_of(poisoned(payload)).items():
            ran, active = seen_in(page, made)
            assert ran == 0, (name, payload)
            assert active <= plain[kind_of(name)][1], (name, payload)
    page.close()


def test_the_control_without_cleaner_chromium_finds_each_batch(browser: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The seeded fault: evidence reaches the page as it came, and every batch of payloads must be found in it."""
    page = browser.new_page()
    plain = max(seen_in(page, made)[1] for made in pages_of(poisoned("plain words")).values())
    unescaped(monkeypatch)
    for payload in batches(0, AT_ONCE_IN_A_BROWSER):
        found = [seen_in(page, made) for made in pages_of(poisoned(payload)).values()]
        assert max(active for _, active in found) > plain, payload
    page.close()
    environment.environment().cache.clear()


MANY = " ".join(payloads()[:: len(payloads()) // 120]) + " ".join(WHOLE)


def test_in_a_browser_nothing_runs(browser: object, tmp_path: Path) -> None:
    publish(poisoned(MANY), tmp_path, draft=True)
    assert runs_in(browser, tmp_path) == 0


def unescaped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Switch the cleaner off: evidence reaches the page as it came."""
    from markupsafe import Markup

    monkeypatch.setattr(marking, "escape", lambda words: words)
    filters = environment.environment().filters
    for name in ("evidence", "ours", "sentence"):
        monkeypatch.setitem(filters, name, Markup)
    environment.environment().cache.clear()


def test_with_the_cleaner_off_the_policy_alone_stops_it(
    browser: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unescaped(monkeypatch)
    publish(poisoned(f"<img src=x onerror='{RUN}'><script>{RUN}</script><svg onload='{RUN}'>"), tmp_path, draft=True)
    assert "<img src=x" in "".join(path.read_text() for path in tmp_path.rglob("*.html"))
    assert runs_in(browser, tmp_path) == 0
    environment.environment().cache.clear()


def test_the_control_without_cleaner_and_policy_it_runs(
    browser: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unescaped(monkeypatch)
    publish(poisoned(f"<script>{RUN}</script>"), tmp_path, draft=True)
    for path in tmp_path.rglob("*.html"):
        path.write_text(POLICY.sub("", path.read_text()))
    assert runs_in(browser, tmp_path) > 0
    environment.environment().cache.clear()
