from urllib.parse import quote

import pytest

from ascertain.extract.headline import headline_of, headlines_in, spelled_by
from ascertain.model import Item

ARABIC = "قصف مدفعي على بلدة كفرتخاريم يوقع ثلاثة قتلى"
SLUG = ARABIC.replace(" ", "-")


@pytest.mark.parametrize(
    ("url", "words"),
    [
        (f"https://news.example/2022/05/{quote(SLUG)}/", ARABIC),
        (f"https://news.example/{quote(quote(SLUG))}.html", ARABIC),
        (f"https://leads.example/url?q={quote('https://news.example/a/' + quote(SLUG), safe='')}&sa=D", ARABIC),
        (f"https://archive.example/web/20220501/https://news.example/{quote(SLUG)}", ARABIC),
        ("https://news.example/world/shells-hit-market-in-taiz-2022-08-16/", "shells hit market in taiz"),
        ("https://news.example/shells_hit_market_in_taiz_h32545.html", "shells hit market in taiz"),
        ("https://news.example/3-killed-as-shells-hit-market-in-taiz-2", "3 killed as shells hit market in taiz"),
        ("https://news.example/world/middle-east/58213", ""),
        ("https://x.com/someone?ref_url=https://news.example/shells-hit-market-in-taiz", ""),
        ("https://x.com/someone/status/1457482505016258562", ""),
        ("https://[broken", ""),
        (None, ""),
    ],
)
def test_what_an_address_spells(url: str | None, words: str) -> None:
    assert spelled_by(url) == words


def test_an_address_that_was_cut_loses_the_word_that_was_cut() -> None:
    words = "قصف على بلدة كفرتخاريم في إدلب يوقع ثل"
    assert len(quote(words.replace(" ", "-"))) in range(190, 201)
    assert spelled_by(f"https://news.example/{quote(words.replace(' ', '-'))}") == words.rpartition(" ")[0]


@pytest.mark.parametrize(
    ("title", "headlines"),
    [
        ("Shells hit a market in Taiz - The Yemen Post Shells hit a market in Taiz", ["Shells hit a market in Taiz"]),
        ("Our Town Today Our Town Today Shells hit the old market - Our Town Today", ["Shells hit the old market"]),
        (f"{ARABIC} | شبكة الغد {ARABIC} | شبكة الغد", [ARABIC]),
        ("قناة الغد الجديد قناة الغد الجديد قصف مدفعي على أطراف بلدة... - قناة الغد الجديد", ["قصف مدفعي على أطراف"]),
        ("Someone on Twitter: \"Shells hit a market in Taiz\" / Twitter", ["Shells hit a market in Taiz"]),
        ("The Yemen Post", []),
        (None, []),
    ],
)  # fmt: skip
def test_the_headlines_in_a_title(title: str | None, headlines: list[str]) -> None:
    assert headlines_in(title) == headlines


def test_a_headline_that_the_text_tells_is_none() -> None:
    told = Item(id="a", text="Three people died when shells hit the market of Taiz.", title="Shells hit market in Taiz")
    assert headline_of(told) is None


def test_a_headline_above_the_pages_furniture_alone_is_one() -> None:
    text = "Related: Shells hit market in Taiz"
    item = Item(id="a", text=text, title="Shells hit market in Taiz", furniture=((0, len(text)),))
    found = headline_of(item)
    assert found is not None and (found.text, found.id) == ("Shells hit market in Taiz", "a#headline")


def test_an_address_adds_what_neither_text_nor_title_tells() -> None:
    item = Item(
        id="a",
        text="The council discussed the harvest.",
        title="Harvest talks in the council",
        url="https://news.example/drone-strike-kills-two-in-kobani",
    )
    found = headline_of(item)
    assert found is not None and found.text.splitlines()[-1] == "drone strike kills two in kobani"


def test_a_title_of_a_thousand_words_takes_no_time() -> None:
    assert len(headlines_in("strikes on many towns " * 5_000)) == 1
