"""Days that the first line gives."""

from ascertain.extract.stage import extract
from ascertain.knowledge import load
from ascertain.model import Claim, Item


def _told(text: str) -> Claim:
    return next(one for one in extract(Item(id="a", text=text), load()).claims if one.counts)


def test_a_stamp_with_an_hour_says_when_a_page_came_out() -> None:
    claim = _told("الجمعة 21 يناير 2022 05:42 م\n\nقتل ثلاثة مدنيين في غارة على قرية.")
    assert claim.when is None


def test_a_dateline_with_words_beside_it_gives_the_day() -> None:
    claim = _told("Orda, 21 January 2022: shelling of the market\n\nThree civilians were killed.")
    assert claim.when is not None and claim.when.text == "21 January 2022"


def test_a_night_comes_before_the_years_that_have_gone_by_since() -> None:
    text = "Two years ago, on the night of 3 October 2020, a clinic was bombed.\n\nThe attack killed 42 people."
    claim = _told(text)
    assert claim.when is not None and claim.when.text == "the night of 3 October 2020"


def test_a_year_recalled_behind_the_first_sentence_is_no_heading_s_day() -> None:
    recalled = "An attack on a university in Kenya last year killed 148 people."
    text = f"Gunmen killed two men in Orda. {recalled}\nThe police said that three men were killed on May 27."
    assert _told(text).when is None
