"""In a verb-first language the day between who speaks and "that" is the day of saying."""

import pytest

from ascertain.case.reading import reader
from ascertain.knowledge import load
from ascertain.model import Claim, Item, Settings


def told(text: str) -> Claim:
    read = reader(load(), Settings(time_zone="Asia/Baghdad"))
    return read(Item(id="a", text=text, published_at="2019-05-08", source="a paper")).claims[0]


@pytest.mark.parametrize(
    "text",
    (
        "أكدت قيادة الجيش أمس أن طائرة قصفت موقعا في الموصل وقتلت عشرة مدنيين.",
        "قتل عشرة مدنيين في غارة على الموصل، بحسب ما أعلنت مصادر طبية الأحد.",
    ),
)
def test_the_day_behind_who_speaks_dates_nothing(text: str) -> None:
    assert told(text).when is None


def test_the_day_behind_that_is_the_event_s() -> None:
    claim = told("وقال المتحدث إن الغارة وقعت أمس في الموصل وقتلت عشرة مدنيين.")
    assert claim.when is not None and claim.when.text == "أمس"


def test_mid_morning_is_before_noon_and_a_war_in_a_headline_speaks_for_nobody() -> None:
    claim = told("Ruritania-Russia War: a missile hit the market of Mosul in the mid-morning hours of 7 May 2019.")
    assert not claim.speakers
    assert claim.when is not None and claim.when.value is not None
    assert getattr(claim.when.value, "start", "")[11:13] == "05"  # eight in Baghdad


def test_first_reports_on_an_account_are_the_words_of_whose_account_it_is() -> None:
    claim = told(
        "First reports about a possible airstrike appeared today at 16:19 CET on the twitter account of the Media "
        "Office for the Valley Forces in Syria, claiming that coalition aircraft targeted the army near Homs."
    )
    assert [speaker.name for speaker in claim.speakers] == ["Media Office for the Valley Forces in Syria"]


def test_the_hour_before_a_speaker_who_is_described_is_still_that_of_saying() -> None:
    claim = told(
        "At about 18:28 CET, the facebook account of Oasis News, which is known to be close to the rebels, claimed "
        "that coalition aircraft targeted the army near Homs."
    )
    assert claim.said_at is not None and "18:28" in claim.said_at.text


@pytest.mark.parametrize(
    ("text", "day"),
    (
        (
            "Police revised the death toll of Monday's blast in the Mosul mosque to 84, saying two were counted twice.",
            True,
        ),
        ("On Monday the ministry, saying it had new figures, told reporters that 12 died in shelling of Mosul.", False),
    ),
)
def test_the_day_that_an_event_is_called_by_is_its_own(text: str, day: bool) -> None:
    claim = told(text)
    assert (claim.when is not None) is day
