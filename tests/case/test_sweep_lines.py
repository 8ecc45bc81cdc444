"""The lines of a sweep: written where items are read, and anew where the collection settled more."""

from ascertain.case import sweep
from ascertain.model import Item, Mention, Place, Reading

PLACE = Place(id="orda", name="Orda", because="the only place of that name")
MENTION = Mention(kind="place", start=3, end=7, text="Orda", value=PLACE)


def test_lines_of_what_nothing_settled_stay_as_they_were_written():
    items = [Item(id=one, text="In Orda.") for one in "ab"]
    readings = {item.id: Reading(item=item.id, mentions=(MENTION,)) for item in items}
    assert sweep._settled_line(items[0], b"written", {"b"}, readings) == b"written"
    assert b"Orda" in sweep._settled_line(items[1], b"written", {"b"}, readings)
