"""The order of reading in PDFs: pages printed by a browser give the words that they were printed from."""

import random
import re
from pathlib import Path
from typing import Any

import pytest

from ascertain.collect import collect
from ascertain.collect.collectors import pdf as collector
from ascertain.collect.pdf_lines import as_read
from ascertain.model import Item, Skipped

# Phrases that begin and end with words of their own script: beside a number or a Latin word it can't be told from a
# line as it stands on a page on which side of it the other was written.
PHRASES = {
    "en": "The harbour office said|on Friday that two shells hit|the fish market at about 16:30 and that|three people "
    "were killed and five others wounded,|among them a child;|a T-62 was seen near by|(see report No. 12 of 5/6/2019)",
    "ar": "قال مكتب الميناء يوم الجمعة|إن قذيفتين أصابتا سوق السمك|عند الساعة 16:30 وإن ثلاثة أشخاص|قُتلوا وجُرح خمسة"
    " آخرون،|بينهم طفل؛|ونشرت صحيفة River News ذلك|في 05/06/2019 مساءً (بيان رقم 12)|قرب الجسر الأول|لا إلى الأعلى،"
    " ولله الأمر",
}


def told(language: str, count: int, seed: int) -> list[str]:
    choice, phrases = random.Random(seed), PHRASES[language].split("|")
    return [" ".join(choice.choices(phrases, k=9)) + "." for _ in range(count)]


def page_of(language: str, paragraphs: list[str], style: str = "") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    direction = "rtl" if language == "ar" else "ltr"
    return (
        f"<html lang={language} dir={direction}><style>body{{font:11pt serif}}{style}</style><body>{body}</body></html>"
    )


def printed(browser: Any, html: str, path: Path) -> Path:
    page = browser.new_page()
    page.set_content(html)
    page.pdf(path=str(path))
    page.close()
    return path


def words(text: str) -> list[str]:
    return re.sub("\\s+", " ", text).split()


@pytest.mark.parametrize("style", ["", "body{text-align:justify;font-family:'Noto Naskh Arabic'}", "p{margin:0}"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_printed_page_is_read_as_it_was_written(browser: Any, tmp_path: Path, language: str, style: str) -> None:
    paragraphs = told(language, 40, 1)
    printed(browser, page_of(language, paragraphs, style), tmp_path / "a.pdf")
    (item,) = (one for one in collect([tmp_path]) if isinstance(one, Item))
    assert words(item.text) == words(" ".join(paragraphs))


def test_lines_of_both_directions_on_one_page(browser: Any, tmp_path: Path) -> None:
    paragraphs = ["The port authority (سلطة الميناء) said so.", "Nothing was hit.", "17 dead, 5 wounded."]
    printed(browser, page_of("en", paragraphs), tmp_path / "a.pdf")
    (item,) = (one for one in collect([tmp_path]) if isinstance(one, Item))
    assert words(item.text) == words(" ".join(paragraphs))


@pytest.mark.parametrize(("language", "pages"), [("en", 320), ("ar", 120)])
def test_hundreds_of_pages_are_read_within_the_limits(browser: Any, tmp_path: Path, language: str, pages: int) -> None:
    paragraphs = told(language, 12 * pages, 2)
    style = "p{margin:0 0 6pt} p:nth-child(12n){break-after:page}"
    path = printed(browser, page_of(language, paragraphs, style), tmp_path / "a.pdf")
    records = list(collect([tmp_path]))
    assert not [one for one in records if isinstance(one, Skipped)], path.stat().st_size
    (item,) = (one for one in records if isinstance(one, Item))
    assert words(item.text) == words(" ".join(paragraphs))


def test_control_without_the_places_of_glyphs_arabic_is_not_as_written(
    browser: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seeded fault: words in the order in which PDFium lists them."""
    paragraphs = told("ar", 40, 1)
    path = printed(browser, page_of("ar", paragraphs), tmp_path / "a.pdf")
    monkeypatch.setattr(collector, "words_of_page", lambda page: page.get_text_range())
    _, item = collector.collector.read(path, "a.pdf")
    assert isinstance(item, Item)
    right = sum(one == other for one, other in zip(words(item.text), words(" ".join(paragraphs)), strict=False))
    assert right < 0.5 * len(words(item.text))


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        (".16:30 دنع", "عند 16:30."),
        ("05/06/2019 يف", "في 05/06/2019"),
        ("River News ةفيحص", "صحيفة River News"),
        ("T-62 ةبابد", "دبابة T-62"),
        ("(12 مقر) نايب", "بيان (رقم 12)"),
        (")12 مقر( نايب", "بيان (رقم 12)"),
        ("٥٠ وأ 50% وحن", "نحو 50% أو ٥٠"),
        ("5 3", "3 5"),
        ("Nothing here.", "Nothing here."),
        ("\ufe91\ufe8e\ufe91", "باب"),
        ("", ""),
    ],
)
def test_a_line_is_turned_round_but_for_numbers_and_latin_words(seen: str, read: str) -> None:
    assert as_read(seen) == read


def test_on_a_page_of_latin_lines_a_few_arabic_words_are_turned_alone() -> None:
    assert as_read("The harbour (ءانيم 16 دنع) said", from_right=False) == "The harbour (عند 16 ميناء) said"
    assert as_read("17 dead.", from_right=False) == "17 dead."
