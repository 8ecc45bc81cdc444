"""The place of writing, and the label of a line."""

from ascertain.extract.stage import extract
from ascertain.knowledge import load
from ascertain.model import Item


def _where(text: str) -> list[str | None]:
    return [c.where.text if c.where else None for c in extract(Item(id="a", text=text), load()).claims]


def test_a_label_gives_way_to_where_its_sentence_says_that_it_was() -> None:
    assert _where("Damascus: Missiles hit the port of Latakia on Tuesday.") == ["Latakia"]


def test_a_label_alone_is_the_place() -> None:
    assert _where("Aleppo: Shelling killed three civilians on Tuesday.") == ["Aleppo"]


def test_a_long_dash_without_spaces_ends_the_dateline() -> None:
    [claim] = extract(
        Item(id="a", text="ORDA CITY (River News / 4 May)—Two soldiers were killed in Sarun."), load()
    ).claims
    assert [(one.low, one.group) for one in claim.counts] == [(2, "combatants")]
    assert [party.name for party in claim.targets] == ["Two soldiers"]
    [claim] = extract(Item(id="a", text="SARUN, Orda—Gunmen killed four people."), load()).claims
    assert [party.name for party in claim.perpetrators] == ["Gunmen"]


def test_a_rank_cut_short_ends_no_sentence() -> None:
    text = "Gunmen attacked a post near Orda, according to Brig. General Roe, a brigade commander."
    [claim] = extract(Item(id="a", text=text), load()).claims
    assert claim.quote.text == text and "Roe" in claim.speakers[0].name
