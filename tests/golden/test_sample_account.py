"""The sample's account, read as an editor would: no sentence says more than its reports."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ascertain.case.case import open_case
from ascertain.case.demo import make_sample


@pytest.fixture(scope="module")
def accounts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    folder = tmp_path_factory.mktemp("sample") / "al-tanf"
    make_sample(folder)
    built = open_case(folder).build()
    days = {(one.when.timex or "")[:10]: one for one in built.incidents if one.event == "air_strike" and one.when}
    yield {day: words(built.out / "incidents" / f"{one.id}.html") for day, one in days.items()}


def words(page: Path) -> str:
    text = re.sub(r"<(script|style|svg).*?</\1>|<[^>]+>", " ", page.read_text("utf-8"), flags=re.DOTALL)
    return " ".join(html.unescape(text).replace("\u2068", "").replace("\u2069", "").split())


def test_who_spoke_later_is_silent_by_that_days_report_alone(accounts: dict[str, str]) -> None:
    told = accounts["2017-05-18"]
    assert "No word from Syria" not in told
    assert "A report of 19 May 2017 says that nothing had been heard from Syria by then." in told


def test_civilians_of_whom_one_party_alone_speaks_are_not_named_as_struck(accounts: dict[str, str]) -> None:
    told = accounts["2017-05-18"]
    struck = told[told.index("Named as struck") :].split(".")[0]
    assert "Syrian government forces" in struck and "civilians" not in struck
    assert "Russian officials" in told  # with what was left out, and why


def test_the_party_that_struck_declares_it_and_not_its_state(accounts: dict[str, str]) -> None:
    assert all("US-led coalition itself says that it did it" in told for told in accounts.values())


def test_no_figure_stands_in_the_account_that_no_report_gives(accounts: dict[str, str]) -> None:
    told = accounts["2017-06-06"]
    assert "60 combatants are reported to have been there" in told and "60 to 61" not in told
    assert "TASS (about 60)" in told
    there = [sentence for sentence in told.split(". ") if "reported to have been there" in sentence]
    assert not any("rtillery" in sentence for sentence in there), "artillery is an arm, and no piece of it"


def test_areas_that_hold_the_place_do_not_differ_from_it(accounts: dict[str, str]) -> None:
    assert "Differs: Syria" not in accounts["2017-05-18"]


def test_what_was_shot_at_later_that_day_was_not_struck_from_the_air(accounts: dict[str, str]) -> None:
    told = accounts["2017-06-08"]
    struck = told[told.index("Named as struck") :].split(".")[0]
    assert "armed technical vehicles" in struck and "patrol" not in struck and "drone" not in struck


@pytest.mark.parametrize("said", ["An air strike took place", "Named as struck"])
def test_an_event_is_cited_from_the_words_that_tell_it(tmp_path: Path, said: str) -> None:
    folder = tmp_path / "al-tanf"
    make_sample(folder)
    built = open_case(folder).build()
    [strike] = [one for one in built.incidents if one.when and (one.when.timex or "").startswith("2017-06-08")]
    page = (built.out / "incidents" / f"{strike.id}.html").read_text("utf-8")
    sentence, cites = re.findall(r'<span class="sentence">(.*?)</span><span class="cites">(.*?)</span>', page)[
        0 if said.startswith("An") else 2
    ]
    assert said in sentence
    notes = [
        page[page.index(f'id="note-{note}"') :].split("</blockquote>")[0]
        for note in re.findall(r'data-note="(\d+)"', cites)
    ]
    assert notes and all("struck two armed technical vehicles" in note for note in notes)
