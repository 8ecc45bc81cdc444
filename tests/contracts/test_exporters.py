"""What holds for every exporter, those of outsiders too: add a file and it is tested here."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest

from ascertain.model import (
    Actor,
    Claim,
    ClaimedCount,
    Derivation,
    Dossier,
    Incident,
    Interval,
    Item,
    Mention,
    Origin,
    PartySupport,
    Place,
    Range,
    Reading,
    SealedCapture,
    Settings,
    Source,
    Span,
    Speaker,
    TraceStep,
)
from ascertain.plugins import find
from ascertain.publish.exporters_found import exporter_named, exporters
from ascertain.publish.gate import pass_gate
from ascertain.publish.interface import Exporter

EXPORTERS = sorted(exporters().values(), key=lambda exporter: exporter.name)
TRIGGERS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "＝1", " =1", "\u200b=1", "%0A=1")
LAT, LON = 33.7123456, 38.3456789
NAME = "Nuha Barakat"


def small_dossier(words: str = "struck") -> Dossier:
    """One incident; `words` stand in every field that evidence fills."""
    text = f"{words} near {words}, said {NAME}: two dead."
    quote = Span(start=0, end=len(text), text=text)
    person = Actor(id="p", name=NAME, type="person", private=True)
    start = text.index(NAME)
    claim = Claim(
        id="claim-" + "0" * 20,
        item="item-1",
        event="air_strike",
        quote=quote,
        hedge=words,
        speakers=(Speaker(name=words), Speaker(name=NAME, role="witness")),
        counts=(ClaimedCount(outcome="killed", low=2, high=2, start=0, end=1),),
    )
    step = TraceStep(end="left_out", rule=words, because=words, claim=claim.id, value=2)
    incident = Incident(
        id="incident-1",
        title=words,
        event="air_strike",
        when=Interval(start="2019-03-15T13:00:00Z", end="2019-03-15T14:00:00Z", precision="hour"),
        where=Place(id="x", name=words, lat=LAT, lon=LON, radius_m=100, klass="village", within=(words,)),
        perpetrators=(PartySupport(id="a", name=words, denied_by=(words,)),),
        targets=(PartySupport(id="b", name=words, type="civilians"),),
        counts=(Range(outcome="killed", group="civilians", min=2, max=3, best=2, trace=(step,)),),
        attribution="likely",
        grade="fair",
        because=(words,),
        origins=(Origin(id="o", name=words, items=("item-1",), claims=(claim.id,)),),
        items=("item-1",),
        claims=(claim.id,),
    )
    item = Item(
        id="item-1", text=text, source=words, author=words, title=words, platform=words, published_at="2019-03-15",
        capture="0" * 64, url="https://news.example/1",
    )  # fmt: skip
    mention = Mention(kind="actor", start=start, end=start + len(NAME), text=NAME, value=person)
    return Dossier(
        settings=Settings(title=words),
        items=(item,),
        captures=(
            SealedCapture(digest="0" * 64, name="1.txt", media_type="text/plain", how="t", size=1, sealed_at="SEALED"),
        ),
        readings=(Reading(item="item-1", mentions=(mention,), claims=(claim,)),),
        derivation=Derivation(origins=incident.origins),
        incidents=(incident,),
        sources=(Source(id="s", name=words, because=words, side=words, role=words),),
    )


def text_of(path: Path) -> str:
    """All words of a written file, those inside a workbook too."""
    content = path.read_bytes()
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            return "\n".join(book.read(name).decode("utf-8") for name in book.namelist())
    return content.decode("utf-8")


@pytest.fixture(params=EXPORTERS, ids=lambda exporter: exporter.name)
def exporter(request: pytest.FixtureRequest) -> Exporter:
    return request.param


def test_those_promised_are_there() -> None:
    promised = {"json", "csv", "geojson", "xlsx", "ucdp", "airwars", "acled", "claimreview", "incidents"}
    assert promised <= set(exporters())


def test_it_says_what_it_is(exporter: Exporter) -> None:
    assert exporter.name and "/" in exporter.media_type and exporter.suffix.startswith(".")
    assert exporter_named(exporter.name) is exporter


def test_it_writes_something_that_names_the_incident(exporter: Exporter, tmp_path: Path) -> None:
    exporter.write(pass_gate(small_dossier(), draft=True), tmp_path / "out")
    assert "struck" in text_of(tmp_path / "out")


def test_an_empty_dossier_can_be_written(exporter: Exporter, tmp_path: Path) -> None:
    exporter.write(pass_gate(Dossier(settings=Settings())), tmp_path / "out")
    assert (tmp_path / "out").is_file()


def test_an_incident_of_which_nothing_is_known_can_be_written(exporter: Exporter, tmp_path: Path) -> None:
    bare = Dossier(settings=Settings(), incidents=(Incident(id="i", title="unknown", event="attack"),))
    exporter.write(pass_gate(bare, draft=True), tmp_path / "out")
    assert "unknown" in text_of(tmp_path / "out")


def test_the_same_dossier_gives_the_same_bytes(
    exporter: Exporter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exporter.write(pass_gate(small_dossier(), draft=True), tmp_path / "one")
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setattr("time.time", lambda: 4_000_000_000.0)
    exporter.write(pass_gate(small_dossier(), draft=True), tmp_path / "two")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_no_exact_point_no_private_name_no_time_of_sealing(exporter: Exporter, tmp_path: Path) -> None:
    exporter.write(pass_gate(small_dossier(), draft=True), tmp_path / "out")
    words = text_of(tmp_path / "out")
    for secret in ("33.7123", "38.3456", NAME, "Nuha", "Barakat", "SEALED"):
        assert secret not in words


def test_the_control_without_the_gate_all_of_that_is_written(tmp_path: Path) -> None:
    exporter_named("json").write(small_dossier(), tmp_path / "out")
    assert "33.7123" in text_of(tmp_path / "out") and NAME in text_of(tmp_path / "out")


@pytest.mark.parametrize("trigger", TRIGGERS)
def test_no_cell_computes(exporter: Exporter, trigger: str, tmp_path: Path) -> None:
    path = tmp_path / "out"
    exporter.write(pass_gate(small_dossier(trigger), draft=True), path)
    for cell in cells(exporter, path):
        bare = cell.lstrip("\ufeff \u200b")
        assert not bare.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "%", "|")), cell


def cells(exporter: Exporter, path: Path) -> list[str]:
    """The text cells of a table; formats that no spreadsheet opens as a table have none."""
    if exporter.media_type == "text/csv":
        rows = csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""))
        return [cell for row in rows for cell in row if not is_number(cell)]
    if exporter.suffix == ".xlsx":
        from openpyxl import load_workbook

        book = load_workbook(io.BytesIO(path.read_bytes()))
        found = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert all(cell.data_type != "f" for cell in found)
        return [cell.value for cell in found if isinstance(cell.value, str)]
    return []


def is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return "+" not in cell


@pytest.mark.parametrize(
    "exporter", [one for one in find("ascertain.publish.exporters", "exporter") if "json" in one.media_type]
)
def test_json_formats_can_be_read_back(exporter: Exporter, tmp_path: Path) -> None:
    exporter.write(pass_gate(small_dossier('"\\\u2028</script>'), draft=True), tmp_path / "out")
    text = (tmp_path / "out").read_text(encoding="utf-8")
    lines = text.split("\n")[:-1] if exporter.suffix == ".jsonl" else [text]
    assert all(json.loads(line) is not None for line in lines)


def test_ucdp_has_the_codebooks_columns() -> None:
    from ascertain.publish.exporters import acled, ucdp

    assert len(ucdp.COLUMNS) == len(set(ucdp.COLUMNS)) == 49
    assert len(acled.COLUMNS) == len(set(acled.COLUMNS)) == 31


def test_a_new_exporter_is_one_new_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "titles.py").write_text(
        "from pathlib import Path\n"
        "class Titles:\n"
        "    name, media_type, suffix = 'titles', 'text/plain', '.txt'\n"
        "    def write(self, dossier, out):\n"
        "        out.write_text('\\n'.join(i.title for i in dossier.incidents) + '\\n', encoding='utf-8')\n"
        "exporter = Titles()\n",
        encoding="utf-8",
    )
    import ascertain.publish.exporters as folder

    monkeypatch.setattr(folder, "__path__", [*folder.__path__, str(tmp_path)])
    find.cache_clear()
    try:
        exporter_named("titles").write(pass_gate(small_dossier(), draft=True), tmp_path / "out.txt")
    finally:
        find.cache_clear()
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == "struck\n"
