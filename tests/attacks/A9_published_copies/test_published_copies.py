"""A9: published copies do not betray people: no withheld name, no exact point, no trace of who decided or when."""

import itertools
import json
import random
from pathlib import Path
from urllib.parse import quote_plus

import pytest

from ascertain.model import (
    Actor,
    Claim,
    Decision,
    Dossier,
    Incident,
    Item,
    Mention,
    Place,
    Reading,
    SealedCapture,
    Settings,
    Span,
    Speaker,
)
from ascertain.model.claim import claim_id
from ascertain.publish.coarsening import cell_centre
from ascertain.publish.exporters_found import exporters
from ascertain.publish.gate import pass_gate
from ascertain.publish.site import build
from ascertain.publish.stage import publish
from ascertain.publish.withholding import MARK

pytestmark = pytest.mark.skipif(
    not (Path(build.__file__).parent / "assets/site.js").exists(),
    reason="the pages' assets are not built: python web/build.py",
)

NAMES = (
    "Salma Haddadin",
    "Yusuf al-Rifai",
    "Oksana Petrenko",
    "Jean-Luc Moreau",
    "سلمى حدادين",
    "يوسف الرفاعي",
    "Оксана Петренко",
)
FRAMES = (
    "{name} saw the aircraft hit the mill.",
    "The aircraft hit the mill, said {name}, who lives near by.",
    "THE AIRCRAFT HIT THE MILL, SAID {upper}. {last} lives near by.",
    "وقال {name} إن الطائرة قصفت المطحنة",
    "The mill at 33.712345, 38.345678 was hit, {name} said.",
    "The mill at 33°42'44.4\"N 38°20'44.4\"E was hit, {name} said.",
)
EXACT = ("33.7123", "38.3456", "42'44", "20'44")


def case(name: str, frame: str, **settings: object) -> Dossier:
    """One report that names a private person, in its words, title, url and id."""
    last = name.rsplit(maxsplit=1)[-1]
    text = frame.format(name=name, upper=name.upper(), last=last)
    quote = Span(start=0, end=len(text), text=text)
    written = name.upper() if name.upper() in text and name not in text else name
    person = Actor(id="person", name=name, type="person", private=True)
    item_id = f"interview {name}"
    claim = Claim(
        id=claim_id(item_id, "air_strike", 0, len(text), text), item=item_id, event="air_strike", quote=quote,
        speakers=(Speaker(name=name, id="person", role="witness"),),
    )  # fmt: skip
    place = Place(id="place", name="the mill", lat=33.712345, lon=38.345678, radius_m=20, klass="exact")
    incident = Incident(
        id="incident", title=f"Air strike, as {name} tells", event="air_strike", where=place,
        because=(f"{name} was there ({claim.id})",), items=(item_id,), claims=(claim.id,),
    )  # fmt: skip
    start = text.index(written)
    return Dossier(
        settings=Settings(**settings),  # type: ignore[arg-type]
        items=(
            Item(id=item_id, text=text, source="Desk", author=name, title=f"Interview with {name}", capture="0" * 64,
                 url=f"https://files.example/{quote_plus(name)}/{name.replace(' ', '-')}?at=33.712345,38.345678"),
        ),
        captures=(
            SealedCapture(digest="0" * 64, name=f"{name}.jpg", media_type="image/jpeg", how="image", size=9,
                          sealed_at="2026-05-04T03:02:01Z"),
        ),
        readings=(
            Reading(item=item_id, claims=(claim,), mentions=(
                Mention(kind="actor", start=start, end=start + len(name), text=written, value=person),
            )),
        ),
        incidents=(incident,),
        decisions=(
            Decision(id="d", verb="review", about="incident", because="read", by="Robin Desk", at="2026-05-05"),
        ),
    )  # fmt: skip


def everything(dossier: Dossier, folder: Path) -> str:
    """All that leaves the house: the site, the records and every export."""
    publish(dossier, folder / "site")
    for name, exporter in exporters().items():
        if name != "xlsx":
            exporter.write(pass_gate(dossier), folder / f"export-{name}")
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".css"]
    return "\n".join(f"{path.relative_to(folder)}\n{path.read_text(encoding='utf-8-sig')}" for path in files)


CASES = [*itertools.product(NAMES, FRAMES)]


@pytest.mark.parametrize(
    ("name", "frame"), CASES, ids=[f"{n}-{f}" for n in range(len(NAMES)) for f in range(len(FRAMES))]
)
def test_neither_name_nor_point_is_in_any_byte(name: str, frame: str, tmp_path: Path) -> None:
    words = everything(case(name, frame), tmp_path)
    for part in (name, name.upper(), *name.split()):
        assert part.casefold() not in words.casefold(), part
    for digits in EXACT:
        assert digits not in words, digits
    assert "Robin Desk" not in words
    assert "2026-05-04" not in words


def test_the_control_where_names_are_not_withheld_all_of_it_is_there(tmp_path: Path) -> None:
    dossier = case(NAMES[0], FRAMES[0], withhold_names=False, coarsen_m=0)
    words = everything(dossier, tmp_path)
    assert NAMES[0] in words and "33.712345" in words


@pytest.mark.parametrize("name", NAMES)
def test_a_guess_at_the_name_is_not_confirmed_by_an_id(name: str, tmp_path: Path) -> None:
    """An id is a digest of the quote: whoever guesses the name could make it again and compare."""
    dossier = case(name, FRAMES[0])
    words = everything(dossier, tmp_path)
    assert dossier.readings[0].claims[0].id not in words


@pytest.mark.parametrize(("name", "frame"), CASES[::5])
def test_every_offset_still_holds_on_what_is_published(name: str, frame: str) -> None:
    dossier = case(name, frame)
    gated = pass_gate(dossier)
    item, [claim] = gated.items[0], gated.readings[0].claims
    assert item.text[claim.quote.start : claim.quote.end] == claim.quote.text
    assert len(item.text) == len(dossier.items[0].text)
    assert MARK in claim.quote.text


def test_no_picture_is_published(tmp_path: Path) -> None:
    publish(case(NAMES[0], FRAMES[0]), tmp_path)
    assert {path.suffix for path in tmp_path.rglob("*") if path.is_file()} <= {".html", ".css", ".json", ".jsonl"}


def test_points_are_coarsened_the_same_way_every_time() -> None:
    """Publishing ten times, or with other incidents beside it, tells no more than publishing once."""
    choice = random.Random(9)
    for _ in range(2_000):
        lat, lon, grid = choice.uniform(-80, 80), choice.uniform(-180, 180), choice.choice((100, 500, 1000, 5000))
        centre = cell_centre(lat, lon, grid)
        assert cell_centre(lat, lon, grid) == centre
        assert cell_centre(*centre, grid) == centre


def test_a_person_can_withhold_and_release_by_decision(tmp_path: Path) -> None:
    dossier = case(NAMES[0], FRAMES[0])
    release = Decision(id="r", verb="release", about="person", because="consent", by="x", at="2026", words=NAMES[0])
    released = everything(_with(dossier, decisions=(*dossier.decisions, release)), tmp_path / "released")
    assert NAMES[0] in released
    withhold = Decision(id="w", verb="withhold", about="mill", because="asked", by="x", at="2026", words="the mill")
    withheld = everything(_with(dossier, decisions=(*dossier.decisions, withhold)), tmp_path / "withheld")
    assert "the mill" not in withheld


def test_a_withheld_item_shows_none_of_its_words(tmp_path: Path) -> None:
    dossier = case(NAMES[0], FRAMES[0])
    decision = Decision(id="w", verb="withhold", about=dossier.items[0].id, because="asked", by="x", at="2026")
    words = everything(_with(dossier, decisions=(*dossier.decisions, decision)), tmp_path)
    assert "aircraft hit" not in words


def test_the_records_can_be_read(tmp_path: Path) -> None:
    publish(case(NAMES[4], FRAMES[3]), tmp_path)
    lines = (tmp_path / "data/extracted.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["claims"][0]["event"] for line in lines] == ["air_strike"]


def _with(dossier: Dossier, **changes: object) -> Dossier:
    import msgspec

    return msgspec.structs.replace(dossier, **changes)
