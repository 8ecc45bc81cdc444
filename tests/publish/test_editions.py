"""The editions in several languages: the same facts and citations in each, and no word left in another language."""

import re
import tomllib
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest

from ascertain.case.case import open_case
from ascertain.case.demo import make_sample
from ascertain.event_types import event_types
from ascertain.model import Misused
from ascertain.publish import phrases
from ascertain.publish.account import PARTS
from ascertain.publish.languages import known_tongues, speaking, tongue, tongue_of
from ascertain.publish.wording import count_words, figure, listed

SOURCE = Path(__file__).parents[2] / "src" / "ascertain" / "publish"
OTHERS = [code for code in known_tongues() if not tongue_of(code).is_source]
# Names that have no form of their own in another script: the program, formats, codebooks, and letters of grades.
ALLOWED = re.compile(
    r"Ascertain|Natural Earth|SHA-256|sha256|Airwars|UCDP|GED|ACLED|Admiralty|NATO|ICD|CJTF-OIR|CET|Europe/Berlin|"
    r"UTC|English"
)


class _Words(HTMLParser):
    """Gathers a page's own words: not evidence, names set apart, or what is marked as another language."""

    def __init__(self) -> None:
        super().__init__()
        self.aside: list[tuple[str, bool]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag in ("br", "meta", "link", "input"):
            return
        names = {"bdi", "blockquote", "code", "script", "style", "mark", "title", "text", "dd"}
        kinds = (told.get("class") or "").split()
        quiet = tag in names or told.get("lang") == "en" or bool({"words", "seal", "ref", "who"} & set(kinds))
        self.aside.append((tag, quiet))
        if not any(is_aside for _, is_aside in self.aside) and told.get("aria-label"):
            self.words.append(re.sub("\u2068.*?\u2069", "", told["aria-label"] or ""))

    def handle_endtag(self, tag: str) -> None:
        while self.aside and self.aside.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(is_aside for _, is_aside in self.aside):
            self.words.append(data)


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("editions") / "al-tanf"
    make_sample(folder)
    open_case(folder).build()
    yield folder / "dossier"


def pages(folder: Path) -> list[str]:
    return sorted(str(page.relative_to(folder)) for page in folder.rglob("*.html"))


def test_every_page_has_its_like_in_the_other_language(dossier: Path) -> None:
    first = [page for page in pages(dossier) if not page.startswith("ar/")]
    assert len(first) > 40
    assert pages(dossier / "ar") == first
    for page in first:
        own, other = (dossier / page).read_text("utf-8"), (dossier / "ar" / page).read_text("utf-8")
        assert '<html lang="en" dir="ltr">' in own and '<html lang="ar" dir="rtl">' in other
        for text, base in ((own, dossier / page), (other, dossier / "ar" / page)):
            [href] = re.findall(r'<a class="language" href="([^"]+)"', text)
            assert (base.parent / href).is_file()


def test_both_editions_cite_the_same_words(dossier: Path) -> None:
    for page in (dossier / "incidents").glob("*.html"):
        told = [path.read_text("utf-8") for path in (page, dossier / "ar" / "incidents" / page.name)]
        cited = [re.findall(r'<a class="cite" href="[^"]*items/([^"]+)"', text) for text in told]
        assert cited[0] == cited[1] and cited[0]
        seals = [re.findall(r'<code dir="ltr">([0-9a-f]{64})</code>', text) for text in told]
        assert seals[0] == seals[1] and seals[0]
        sentences = [text.count('<span class="sentence') for text in told]
        assert sentences[0] == sentences[1]


def test_no_word_of_the_pages_is_left_in_another_language(dossier: Path) -> None:
    found = {}
    for page in pages(dossier / "ar"):
        if page.startswith("items/"):
            continue
        reader = _Words()
        reader.feed((dossier / "ar" / page).read_text("utf-8"))
        words = " ".join(ALLOWED.sub("", part) for part in reader.words)
        left = re.findall(r"(?:\b[a-z]{3,}\b[ ,.]*){2,}", words)
        if left:
            found[page] = left[:5]
    assert found == {}


def test_every_link_of_the_further_edition_leads_to_a_file(dossier: Path) -> None:
    for page in pages(dossier / "ar"):
        path = dossier / "ar" / page
        for href in re.findall(r'(?:href)="([^"#]+)', path.read_text("utf-8")):
            if "://" not in href:
                assert (path.parent / href).resolve().is_file(), (page, href)


def _patterns() -> set[str]:
    found = set()
    for path in SOURCE.rglob("*.py"):
        found |= set(re.findall(r'\bsay\(\s*"((?:[^"\\]|\\.)*)"', path.read_text("utf-8")))
    for path in SOURCE.rglob("*.html"):
        found |= set(re.findall(r'\bw\("((?:[^"\\]|\\.)*)"', path.read_text("utf-8")))
    tables = (phrases.ATTRIBUTION, phrases.ATTRIBUTION_MEANS, phrases.GRADE, phrases.GRADE_MEANS, phrases.EDGES)
    for table in (*tables, phrases.POLARITY, phrases.RELIABILITY, phrases.LINKS, phrases.RECAPTURED):
        found |= set(table.values())
    return {words.replace('\\"', '"') for words in found} | {heading for _, heading, _ in PARTS}


@pytest.mark.parametrize("code", OTHERS)
def test_a_language_says_every_pattern_of_the_program(code: str) -> None:
    spoken = tongue_of(code)
    assert sorted(_patterns() - set(spoken.phrases)) == []
    assert sorted(set(event_types()) - set(spoken.words["events"])) == []


@pytest.mark.parametrize("code", OTHERS)
def test_a_pattern_keeps_its_places(code: str) -> None:
    for pattern, own in tongue_of(code).phrases.items():
        places, filled = (set(re.findall(r"\{(\w*)\}", words)) for words in (pattern, own))
        extra = {"label"} if "{figure} {noun} {be}" in pattern or "{noun} are reported" in pattern else set()
        assert filled <= places | extra, pattern


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "منبع واحد"), (2, "منبعان"), (3, "ثلاثة منابع"), (10, "عشرة منابع"), (11, "11 منبعاً"), (100, "100 منبع")],
)
def test_numbers_take_the_form_that_arabic_asks_for(number: int, words: str) -> None:
    with speaking("ar"):
        assert count_words(number, "origin") == words


def test_a_reason_is_told_part_by_part_and_what_is_not_known_stays() -> None:
    with speaking("ar", {"the northern army": "الجيش الشمالي"}) as spoken:
        assert (
            spoken.told("the Northern Army is named by 3 of 4 origins")
            == "عدد المنابع التي تسمّي الجيش الشمالي: 3 من أصل 4"
        )
        assert spoken.told("no such pattern at all") == "no such pattern at all"
        assert not spoken.knows("no such pattern at all")
        assert listed(["أ", "ب", "ج"]) == "أ، ب وج"
        assert figure(6, 8) == "6 إلى 8"
    assert tongue().code == "en"


def test_a_language_without_a_file_is_refused_with_the_ones_there_are() -> None:
    with pytest.raises(Misused) as refused:
        tongue_of("xx")
    assert "ar, en" in refused.value.remedy


def test_a_third_language_is_one_more_file() -> None:
    folder = files("ascertain.publish.languages")
    assert {one.name for one in folder.iterdir() if one.name.endswith(".toml")} == {
        f"{c}.toml" for c in known_tongues()
    }
    for code in known_tongues():
        assert {"name", "direction", "plural", "months", "days", "nouns"} <= set(
            tomllib.loads(folder.joinpath(f"{code}.toml").read_text("utf-8"))
        )


def test_figures_keep_their_order_in_a_line_that_runs_to_the_left() -> None:
    winter = "CET named on 2017-05-18, when Europe/Berlin keeps +02:00: both +01:00 and +02:00 allowed"
    several = "CST is the name of several zones: -06:00, +08:00 all allowed"
    for note, all_figures in ((winter, ("2017-05-18", "+01:00", "+02:00")), (several, ("-06:00, +08:00",))):
        told = tongue_of("ar").told(note)
        for figures in all_figures:
            assert f"\u2068{figures}\u2069" in told
        assert "allowed" not in told
        assert "\u2068" not in tongue_of("en").told(note)


def test_a_range_under_an_arabic_title_is_told_in_words() -> None:
    from ascertain.model import Incident, Range
    from ascertain.publish.site.facts import headline_figures

    toll = Range(outcome="killed", group="combatants", min=6, max=8)
    incident = Incident(id="a", title="a", event="air_strike", items=(), claims=(), counts=(toll,))
    with speaking("ar"):
        assert headline_figures(incident)[0][1] == "6 إلى 8"
    assert headline_figures(incident)[0][1] == "6–8"


def test_the_toll_of_all_stands_before_that_of_the_children_among_them() -> None:
    from ascertain.model import Incident, Range
    from ascertain.publish.site.facts import headline_figures

    groups = ("children", "civilians", "women")
    tolls = tuple(Range(outcome=o, group=g, min=1, max=2) for o in ("injured", "killed") for g in groups)
    incident = Incident(id="a", title="a", event="air_strike", items=(), claims=(), counts=tolls)
    labels = [label for label, _, _ in headline_figures(incident)]
    assert labels[:2] == ["Civilians killed", "Civilians injured"]


def test_what_is_told_in_passing_gets_no_card_of_its_own() -> None:
    from ascertain.model import Incident
    from ascertain.publish.site.index_page import _main_incidents

    strike = Incident(id="strike", title="a", event="air_strike", items=("a", "b"), claims=())
    recalled = Incident(id="recalled", title="b", event="bombing", items=("a",), claims=())
    own = Incident(id="own", title="c", event="shelling", items=("c",), claims=())
    assert _main_incidents([recalled, strike, own]) == {"strike", "own"}
