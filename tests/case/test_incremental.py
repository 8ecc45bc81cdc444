"""A build that remembers gives what a build from nothing gives, whatever was added, changed, removed and decided."""

import random
import shutil
import sqlite3

import pytest

from ascertain.case import open_case
from ascertain.model import Settings
from ascertain.storage.memory import MEMORY_FILE, Memory

PLACES = (("Kherson", "a market"), ("Odesa", "a port"), ("Kharkiv", "a school"), ("Idlib", "a bakery"))
OUTLETS = ("Town Desk", "River News", "City Wire")
ARABIC = (
    "source: شبكة محلية\nlang: ar\ndate: 2023-05-{day:02}\n\nمقتل {number} مدنيين جراء قصف مدفعي على بلدة أريحا أمس.\n"
)


def report(chance):
    """Return a report: some tell of one event, some copy another, some quote a witness whose name is withheld."""
    day, number, (town, target) = chance.randint(1, 6), chance.randint(3, 9), chance.choice(PLACES)
    if chance.random() < 0.2:
        return ARABIC.format(day=day, number=number)
    said = chance.choice(("the governor said", "said Olena Vymyshlena, a resident", "Reuters reported"))
    return (
        f"source: {chance.choice(OUTLETS)}\ndate: 2023-05-{day:02}\n\n"
        f"{number} people were killed when Russian forces shelled {target} in {town} on {day} May 2023, {said}. "
        f"Two others were wounded.\n"
    )


def change(case, chance, number):
    """Do one thing to a case, as its users do."""
    reports = case.folder / "reports"
    there = sorted(reports.iterdir())
    what = chance.choice(
        ("add", "add", "add", "copy", "change", "remove", "exclude", "split", "merge", "review", "withhold")
    )
    if what == "add" or len(there) < 2:
        (reports / f"{number:03}.txt").write_text(report(chance), encoding="utf-8")
    elif what == "copy":
        (reports / f"{number:03}.txt").write_text(chance.choice(there).read_text("utf-8") + "It was loud.\n", "utf-8")
    elif what == "change":
        chance.choice(there).write_text(report(chance), encoding="utf-8")
    elif what == "remove":
        chance.choice(there).unlink()
    else:
        decide(case, chance, what)


def decide(case, chance, what):
    """Take a decision on something that the last build left."""
    items, incidents = case.items(), case.overview().incidents
    if not items or not incidents:
        return
    item, incident = chance.choice(items).id, chance.choice(incidents)
    if what == "exclude":
        case.decide("exclude", item, because="it is about another war")
    elif what == "split":
        case.decide("split_origin", item, because="they were there themselves")
    elif what == "merge" and len(incident.claims) > 1:
        case.decide("merge_incidents", incident.claims[0], because="one event", other=incident.claims[-1])
    elif what == "review":
        case.decide("review", incident.id, because="read by two of us")
    elif what == "withhold":
        case.decide("withhold", item, because="the family asked for it")


def made(folder):
    """Return everything that a build makes: the dossier's files and the database."""
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in (folder / "dossier").rglob("*.*")}
    return files | {"case.db": (folder / ".ascertain" / "case.db").read_bytes()}


def from_nothing(case, folder):
    """Return what a build makes of the same evidence and decisions where nothing was made before."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(case.folder, folder)
    shutil.rmtree(folder / "dossier")
    for name in ("case.db", MEMORY_FILE):
        (folder / ".ascertain" / name).unlink()
    open_case(folder).build()
    return made(folder)


@pytest.mark.parametrize("seed", range(3))
def test_any_history_ends_as_a_build_from_nothing_does(make_case, tmp_path, seed):
    settings = Settings(title="A case", time_zone="Europe/Kyiv", dossier_languages=("en", "ar"))
    chance, case = random.Random(seed), make_case(settings=settings)
    case.build()
    for number in range(6):
        for step in range(chance.randint(1, 3)):
            change(open_case(case.folder), chance, 10 * number + step)
        open_case(case.folder).build()
        remembered, fresh = made(case.folder), from_nothing(case, tmp_path / "fresh")
        assert sorted(remembered) == sorted(fresh)
        assert [name for name in fresh if remembered[name] != fresh[name]] == []


def test_a_change_makes_only_its_neighbourhood_again(make_case, monkeypatch):
    from ascertain.publish.site import build

    case = make_case()
    case.build()
    pages = []
    rendered = build._render
    monkeypatch.setattr(build, "_render", lambda name, context: pages.append(name) or rendered(name, context))
    (case.folder / "reports" / "far.txt").write_text(
        "source: Far Desk\ndate: 2021-01-05\n\nTwo people were injured in an explosion in Aden on 4 January 2021.\n"
    )
    open_case(case.folder).build()
    assert sorted(pages) == ["incident.html", "index.html", "item.html", "method.html", "sources.html"]


def test_a_page_that_somebody_edited_is_made_again(make_case):
    case = make_case()
    case.build()
    before = made(case.folder)
    page = next((case.folder / "dossier" / "incidents").iterdir())
    page.write_bytes(page.read_bytes()[:-2] + b"x\n")
    open_case(case.folder).build()
    assert made(case.folder) == before


@pytest.mark.parametrize("damage", [b"", b"no database at all", None])
def test_damaged_memory_is_begun_anew(make_case, damage):
    case = make_case()
    case.build()
    before, file = made(case.folder), case.evidence / MEMORY_FILE
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2] + b"\0" * (len(whole) // 2) if damage is None else damage)
    open_case(case.folder).build()
    assert made(case.folder) == before


def test_what_another_program_made_is_forgotten(tmp_path):
    file = tmp_path / MEMORY_FILE
    Memory(file, "one").recall("kind", {"a": "key"}, lambda id: "first", str)
    assert Memory(file, "one").recall("kind", {"a": "key"}, lambda id: "second", str) == {"a": "first"}
    assert Memory(file, "two").recall("kind", {"a": "key"}, lambda id: "second", str) == {"a": "second"}


def test_what_is_read_ahead_is_used_only_under_the_same_key(tmp_path):
    file = tmp_path / MEMORY_FILE
    Memory(file, "one").recall("kind", {"a": "key", "b": "key", "gone": "key", "damaged": "key"}, lambda id: "old", str)
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE made SET content = '\"wrong\"' WHERE id = 'damaged'")
    memory = Memory(file, "one")
    memory.read_ahead("kind", str)
    keys = {"a": "key", "b": "another key", "damaged": "key", "fresh": "key"}
    made = {"a": "old", "b": "new", "damaged": "new", "fresh": "new"}
    assert memory.recall("kind", keys, lambda id: "new", str) == made
    with sqlite3.connect(file) as connection:
        kept = connection.execute("SELECT id, key FROM made WHERE kind = 'kind'").fetchall()
    assert dict(kept) == keys, "what is asked for is kept, and nothing else"
    # What was read ahead serves once: what was kept since is not passed over.
    memory.recall("kind", {"a": "third key"}, lambda id: "third", str)
    assert memory.recall("kind", {"a": "third key"}, lambda id: "fourth", str) == {"a": "third"}


def test_what_another_program_made_is_not_read_ahead(tmp_path):
    file = tmp_path / MEMORY_FILE
    Memory(file, "one").recall("kind", {"a": "key"}, lambda id: "first", str)
    memory = Memory(file, "two")
    memory.read_ahead("kind", str)
    assert memory.recall("kind", {"a": "key"}, lambda id: "second", str) == {"a": "second"}


def test_a_run_killed_between_batches_goes_on(tmp_path):
    file, keys = tmp_path / MEMORY_FILE, {f"{number:04}": "key" for number in range(600)}

    def killed(id):
        if id == "0300":
            raise KeyboardInterrupt
        return id

    with pytest.raises(KeyboardInterrupt):
        Memory(file, "one").recall("kind", keys, killed, str)
    asked = []
    recalled = Memory(file, "one").recall("kind", keys, lambda id: asked.append(id) or id, str)
    assert recalled == {id: id for id in keys}
    assert asked[0] == "0256"
