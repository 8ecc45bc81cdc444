"""What a sweep holds: a reading once, as the collection settles it."""

from msgspec.structs import replace

from ascertain.case import sweep
from ascertain.case.sharing import Sharing
from ascertain.model import Item, Mention, Place, Reading, Settings

ITEMS = [Item(id=one, text="In Orda.") for one in "abc"]


def reading(item: str, name: str) -> Reading:
    place = Place(id=name.lower(), name=name, because=f"as {name} is written")
    return Reading(item=item, mentions=(Mention(kind="place", start=3, end=7, text="Orda", value=place),))


def test_what_the_collection_settles_takes_the_place_of_what_was_read_and_is_held_once(monkeypatch):
    read = {item.id: reading(item.id, "Orda") for item in ITEMS}
    first = read["a"]
    settled = read | {key: reading(key, "Orda town") for key in "bc"}
    monkeypatch.setattr(sweep, "settle", lambda *_: settled)
    assert sweep._settle(ITEMS, read, Sharing(), Settings()) == {"b", "c"}
    assert read == {"a": first, "b": reading("b", "Orda town"), "c": reading("c", "Orda town")}
    assert read["a"] is first
    assert read["b"].mentions[0].value is read["c"].mentions[0].value


def test_lines_of_what_nothing_settled_stay_as_they_were_written():
    readings = {item.id: replace(reading(item.id, "Orda"), lang="en") for item in ITEMS}
    assert sweep._settled_line(ITEMS[0], b"written", {"b"}, readings) == b"written"
    assert b"Orda" in sweep._settled_line(ITEMS[1], b"written", {"b"}, readings)
