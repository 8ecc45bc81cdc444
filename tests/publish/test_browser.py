"""The pages in a real browser, opened from the disk: no network, keyboard, narrow screens, print."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ascertain.model import Dossier
from ascertain.publish.site import build
from ascertain.publish.stage import publish

pytestmark = pytest.mark.skipif(
    not (Path(build.__file__).parent / "assets/site.js").exists(),
    reason="the pages' assets are not built: python web/build.py",
)


@pytest.fixture(scope="module")
def folder(make_dossier: Callable[[], Dossier], tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dossier")
    publish(make_dossier(), out, draft=True)
    return out


def open_page(browser: object, path: Path, **options: object) -> object:
    """Open a page, and fail on any message in the console: a policy that blocks our own files says so there."""
    page = browser.new_page(**options)  # type: ignore[attr-defined]
    page.on("console", lambda message: pytest.fail(f"console: {message.text}"))
    page.on("pageerror", lambda error: pytest.fail(f"error: {error}"))
    page.on("request", lambda request: None if request.url.startswith(("file:", "data:")) else pytest.fail(request.url))
    page.goto(path.as_uri())
    return page


def test_every_page_opens_without_a_word_in_the_console_and_without_the_network(browser: object, folder: Path) -> None:
    page = open_page(browser, folder / "index.html")
    for path in sorted(folder.rglob("*.html")):
        page.goto(path.as_uri())  # type: ignore[attr-defined]
        assert page.locator("h1").count() == 1  # type: ignore[attr-defined]
        family = page.evaluate("getComputedStyle(document.body).fontFamily")  # type: ignore[attr-defined]
        assert "Source Serif" in family
    page.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("width", [360, 768, 1400])
def test_no_page_is_wider_than_the_screen(browser: object, folder: Path, width: int) -> None:
    page = open_page(browser, folder / "index.html", viewport={"width": width, "height": 800})
    for name in ("index.html", "sources.html", "method.html", "incidents/incident-first.html", "items/monitor.html"):
        page.goto((folder / name).as_uri())  # type: ignore[attr-defined]
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name  # type: ignore[attr-defined]
    page.close()  # type: ignore[attr-defined]


def test_a_citation_that_is_focused_shows_the_words_the_digest_and_when_it_was_taken(
    browser: object, folder: Path
) -> None:
    page = open_page(browser, folder / "incidents/incident-first.html")
    page.locator("a.cite").first.focus()  # type: ignore[attr-defined]
    shown = page.locator(".popover")  # type: ignore[attr-defined]
    assert shown.locator("mark").count() == 1
    assert re.search(r"[0-9a-f]{64}", shown.inner_text())
    assert "taken 2 April 2019" in shown.inner_text()
    page.keyboard.press("Escape")  # type: ignore[attr-defined]
    assert page.locator(".popover").count() == 0  # type: ignore[attr-defined]
    page.close()  # type: ignore[attr-defined]


def test_a_citation_that_is_followed_leads_to_the_marked_words(browser: object, folder: Path) -> None:
    page = open_page(browser, folder / "incidents/incident-first.html")
    page.locator("a.cite").first.focus()  # type: ignore[attr-defined]
    page.keyboard.press("Enter")  # type: ignore[attr-defined]
    page.wait_for_url("**/items/*.html#claim-*")  # type: ignore[attr-defined]
    assert page.locator(".at:target mark").count() == 1  # type: ignore[attr-defined]
    page.close()  # type: ignore[attr-defined]


def test_without_script_the_words_the_map_and_the_notes_are_there(browser: object, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto((folder / "incidents/incident-first.html").as_uri())
    assert page.locator("svg.map .spot.event").count() == 1
    assert page.locator("svg.timeline .row").count() == 7
    assert page.locator("ol.notes > li").count() == 7
    context.close()


def test_the_map_zooms_by_key_and_shows_all_again(browser: object, folder: Path) -> None:
    page = open_page(browser, folder / "incidents/incident-first.html")
    frame, svg = page.locator("[data-map-frame]"), page.locator("svg.map")  # type: ignore[attr-defined]
    whole = svg.get_attribute("viewBox")
    frame.focus()
    page.keyboard.press("+")  # type: ignore[attr-defined]
    assert svg.get_attribute("viewBox") != whole
    page.keyboard.press("0")  # type: ignore[attr-defined]
    assert svg.get_attribute("viewBox") == whole
    page.close()  # type: ignore[attr-defined]


def test_arabic_reads_from_the_right(browser: object, folder: Path) -> None:
    page = open_page(browser, folder / "items/monitor.html")
    words = page.locator(".words")  # type: ignore[attr-defined]
    assert words.get_attribute("dir") == "rtl" and words.get_attribute("lang") == "ar"
    assert words.evaluate("e => getComputedStyle(e).direction") == "rtl"
    page.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_on_its_paper(browser: object, folder: Path, scheme: str) -> None:
    """WCAG 2.2, 1.4.3: a contrast of 4.5 to 1 for text."""
    page = open_page(browser, folder / "incidents/incident-first.html", color_scheme=scheme)
    for selector in ("body", ".muted", ".kicker", ".cite", ".contents a", ".deck", "td.differs"):
        ratio = page.locator(selector).first.evaluate(CONTRAST)  # type: ignore[attr-defined]
        assert ratio >= 4.5, (selector, ratio)
    page.close()  # type: ignore[attr-defined]


CONTRAST = """(element) => {
  const parse = (c) => { const d = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    d.fillStyle = c; d.fillRect(0, 0, 1, 1); return [...d.getImageData(0, 0, 1, 1).data]; };
  const layers = [];
  for (let e = element; e; e = e.parentElement) layers.unshift(parse(getComputedStyle(e).backgroundColor));
  let ground = [255, 255, 255];
  for (const [r, g, b, a] of layers) ground = ground.map((v, i) => v + ([r, g, b][i] - v) * (a / 255));
  const linear = (v) => (v <= 10.02 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
  const light = (c) => { const [r, g, b] = c.map(linear);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const [one, two] = [light(parse(getComputedStyle(element).color).slice(0, 3)), light(ground)];
  return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
}"""


def test_on_paper_the_navigation_is_gone_and_the_notes_stay(browser: object, folder: Path) -> None:
    page = open_page(browser, folder / "incidents/incident-first.html")
    page.emulate_media(media="print")  # type: ignore[attr-defined]
    assert not page.locator(".contents").is_visible()  # type: ignore[attr-defined]
    assert page.locator("ol.notes").is_visible()  # type: ignore[attr-defined]
    assert page.pdf(format="A4").startswith(b"%PDF")  # type: ignore[attr-defined]
    page.close()  # type: ignore[attr-defined]
