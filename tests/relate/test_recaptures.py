"""Several captures of one address: what changed between them, in words and in claims, and what was absent."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ascertain.model import Claim, Item, Reading, Recapture, SealedCapture, Span
from ascertain.relate.recaptures import differing, find_recaptures

URL = "https://radar.example/a1"
FIRST, SECOND, THIRD = "2019-03-05T09:00:00+00:00", "2019-03-06T09:00:00+00:00", "2019-03-07T09:00:00+00:00"


def page(id_: str, text: str, at: str | None, **more: object) -> Item:
    return Item(id=id_, text=text, url=URL, collected_at=at, capture=id_ * 64, **more)  # type: ignore[arg-type]


def sealed(digest: str, at: str | None, status: int | None = None, url: str | None = URL) -> SealedCapture:
    return SealedCapture(
        digest=digest * 64, name=f"a.warc#{digest}", media_type="text/html", how="warc", size=1, sealed_at="",
        collected_at=at, url=url, status=status,
    )  # fmt: skip


def claim(item: Item, words: str, event: str = "shelling") -> Claim:
    start = item.text.index(words)
    quote = Span(start=start, end=start + len(words), text=words)
    return Claim(id=f"claim-{item.id}-{start}", item=item.id, event=event, quote=quote)


def words(item: Item, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [item.text[start:end] for start, end in spans]


def test_words_and_claims_that_one_capture_alone_has_are_told() -> None:
    one = page("a", "Three shells hit Marat.\nTwo traders were killed.\nThe road is closed.", FIRST)
    two = page("b", "Three shells hit Marat.\nFour traders were killed.\nThe road is closed.", SECOND)
    readings = {
        "a": Reading(item="a", claims=(claim(one, "Three shells hit Marat"), claim(one, "Two traders were killed"))),
        "b": Reading(item="b", claims=(claim(two, "Three shells hit Marat"), claim(two, "Four traders were killed"))),
    }
    (found,) = find_recaptures([two, one], readings, [sealed("a", FIRST), sealed("b", SECOND)])
    assert (found.kind, found.earlier_item, found.later_item) == ("changed", "a", "b")
    assert words(one, found.gone) == ["Two"] and words(two, found.came) == ["Four"]
    assert found.claims_gone == (readings["a"].claims[1].id,) and found.claims_came == (readings["b"].claims[1].id,)


@pytest.mark.parametrize(
    ("status", "kind"), [(404, "absent"), (410, "absent"), (403, "unanswered"), (503, "unanswered")]
)
def test_what_the_server_says_is_gone_is_absent_and_nothing_else_is(status: int, kind: str) -> None:
    one = page("a", "Three shells hit Marat.", FIRST)
    (found,) = find_recaptures([one], {}, [sealed("a", FIRST), sealed("b", SECOND, status)])
    assert (found.kind, found.status, found.later_item) == (kind, status, None)
    assert (found.earlier_at, found.later_at) == (FIRST, SECOND)


def test_what_is_there_again_is_told_against_the_answer_before_it() -> None:
    one, back = page("a", "Three shells hit Marat.", FIRST), page("c", "Three shells hit Marat.", THIRD)
    captures = [sealed("a", FIRST), sealed("b", SECOND, 404), sealed("c", THIRD)]
    gone, again = find_recaptures([one, back], {}, captures)
    assert gone.kind == "absent" and (again.kind, again.earlier_item, again.later_item) == ("changed", None, "c")


def test_the_same_bytes_seen_again_are_the_same_words() -> None:
    one = page("a", "Three shells hit Marat.", FIRST)
    again = replace(sealed("a", SECOND), name="a.warc#9")
    (found,) = find_recaptures([one], {}, [sealed("a", FIRST), again])
    assert (found.kind, found.earlier_item, found.later_item) == ("same", "a", "a")


def test_the_pages_own_words_and_the_hidden_are_not_compared() -> None:
    one = page("a", "Menu 1\nThree shells.\nsecret", FIRST, furniture=((0, 6),), hidden=((21, 27),))
    two = page("b", "Menu 2\nThree shells.\nother", SECOND, furniture=((0, 6),), hidden=((21, 26),))
    (found,) = find_recaptures([one, two], {}, ())
    assert found.kind == "same"


def test_captures_without_a_time_are_not_put_in_order() -> None:
    one, two = page("a", "Three shells.", FIRST), page("b", "Two shells.", None)
    assert find_recaptures([one, two], {}, [sealed("a", FIRST), sealed("b", None)]) == ()


def test_an_address_is_the_same_whatever_stands_round_it() -> None:
    one, two = page("a", "Three shells.", FIRST), page("b", "Two shells.", SECOND)
    two = replace(two, url="http://www.radar.example/a1/?utm_source=x#top")
    assert len(find_recaptures([one, two], {}, ())) == 1
    assert find_recaptures([one, replace(two, url="https://radar.example/a2")], {}, ()) == ()


def test_the_order_of_what_is_given_does_not_matter() -> None:
    items = [page(letter, f"Shell {letter}.", f"2019-03-0{n}T09:00:00+00:00") for n, letter in enumerate("abcdef", 1)]
    expected = find_recaptures(items, {}, ())
    assert len(expected) == 5
    for seed in range(5):
        shuffled = items[:]
        random.Random(seed).shuffle(shuffled)
        assert find_recaptures(shuffled, {}, ()) == expected


LINES = st.lists(st.text("ab \u0642", max_size=8), max_size=8).map("\n".join)


@given(LINES, LINES)
def test_what_is_not_told_as_different_is_the_same_on_both_sides(ours: str, theirs: str) -> None:
    one, two = page("a", ours, FIRST), page("b", theirs, SECOND)
    gone, came = differing(one, two)

    def left(item: Item, spans: tuple[tuple[int, int], ...]) -> list[str]:
        aside = {place for start, end in spans for place in range(start, end)}
        return "".join(" " if place in aside else one for place, one in enumerate(item.text)).split()

    assert left(one, gone) == left(two, came)


def test_long_texts_of_one_word_cost_little() -> None:
    import time

    one, two = page("a", "shell " * 60_000, FIRST), page("b", "shell\n" * 60_000, SECOND)
    started = time.process_time()
    differing(one, two)
    differing(two, page("c", "shell\n" * 59_000 + "mine\n", THIRD))
    assert time.process_time() - started < 2


def test_a_record_never_says_deleted() -> None:
    assert not any("delet" in str(value) for value in Recapture.__struct_fields__)
