"""I7: custody is complete: replaying the ledger rebuilds the case, and no action is without an entry."""

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.attacks.reports import REPORTS

from ascertain.case import Case, open_case
from ascertain.integrity import Ledger, verify
from ascertain.integrity.canonical import digest_of
from ascertain.model import AscertainError, Settings
from ascertain.preserve import decisions, sealed_captures

HISTORIES, HISTORIES_LONG = 10, 200
ACTIONS = 9
ACTORS = '[[actor]]\nid = "desk-{n}"\nname = "Unit {n}"\naliases = ["the {n}th unit"]\ntype = "military"\n'


@pytest.fixture(autouse=True)
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASCERTAIN_KEYS", str(tmp_path / "keys"))


class Desk:
    """Somebody who works on a case at random, and who keeps a list of what they did."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.choice, self.folder = random.Random(seed), folder
        self.unread = dict(REPORTS)
        self.sealed: set[str] = set()
        self.decided: list[str] = []
        self.owned: dict[str, str] = {}
        self.written: list[str] = []
        Case.new(folder, Settings(title=f"Case {seed}", time_zone="Europe/Kyiv"))
        for act in (self.collect, self.build):
            act()

    def work(self) -> None:
        for _ in range(ACTIONS):
            kinds = (self.collect, self.build, self.decide, self.withdraw, self.know, self.retitle, self.forget)
            self.choice.choice((*kinds, self.publish, self.export))()
        self.build()

    def collect(self) -> None:
        if not self.unread:
            return
        name = self.choice.choice(sorted(self.unread))
        words = self.unread.pop(name)
        given = self.folder.parent / f"given-{self.folder.name}" / name
        given.parent.mkdir(exist_ok=True)
        given.write_text(words, encoding="utf-8")
        open_case(self.folder).collect([given])
        self.sealed.add(digest_of(words.encode()))

    def build(self) -> None:
        open_case(self.folder).build()
        for path in sorted(self.folder.glob("*.toml")):
            self.owned[path.name] = digest_of(path.read_bytes())

    def _claims(self) -> list[str]:
        case = open_case(self.folder)
        found = [claim for incident in case.overview().incidents for claim in incident.claims]
        return sorted([*found, *(item.id for item in case.items())])

    def decide(self) -> None:
        if not (things := self._claims()):
            return
        about = self.choice.choice(things)
        claim = about.startswith("claim")
        verb = self.choice.choice(
            ["refuse_claim", "split_origin"] if claim else ["exclude", "withhold", "split_origin"]
        )
        self.decided.append(open_case(self.folder).decide(verb, about, because="looked into").id)

    def withdraw(self) -> None:
        if self.decided:
            about = self.choice.choice(self.decided)
            self.decided.append(open_case(self.folder).decide("withdraw", about, because="looked again").id)

    def know(self) -> None:
        (self.folder / "actors.toml").write_text(ACTORS.format(n=self.choice.randrange(3)))
        self.build()

    def retitle(self) -> None:
        path = self.folder / "case.toml"
        path.write_text(path.read_text().replace("Case ", f"Case {self.choice.randrange(9)}", 1))
        self.build()

    def forget(self) -> None:
        for path in list((self.folder / "reports").iterdir())[:1]:
            path.unlink()

    def publish(self) -> None:
        case = open_case(self.folder)
        for incident in case.overview().incidents[:1]:
            self.decided.append(case.decide("review", incident.id, because="read by two").id)
        try:
            open_case(self.folder).publish()
        except AscertainError:
            return  # what was reviewed may be another incident by now
        self.written.append(digest_of((self.folder / "dossier/custody/manifest.json").read_bytes()))

    def export(self) -> None:
        self.written.append(digest_of(open_case(self.folder).export("json").read_bytes()))


def dossier_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted((folder / "dossier").rglob("*"))
        if path.is_file()
    }


def without_entry(desk: Desk) -> list[str]:
    """Return what the desk did and the ledger does not tell of."""
    ledger = open_case(desk.folder).ledger
    entries = list(ledger.entries())
    named = {entry.digest for entry in entries}
    owned = {str(entry.args["name"]): entry.digest for entry in entries if entry.action == "own_file"}
    known = {decision.id for decision in decisions(ledger)}
    missing = [f"capture {digest}" for digest in desk.sealed if digest not in named]
    missing += [f"own file {name}" for name, digest in desk.owned.items() if owned.get(name) != digest]
    missing += [f"decision {id}" for id in desk.decided if id not in known]
    missing += [f"written {digest}" for digest in desk.written if digest not in named]
    assert len(sealed_captures(ledger)) == len(desk.sealed)
    assert all(entry.by and entry.at and entry.tool for entry in entries), "who, when, with which tool"
    return missing


def test_replaying_the_ledger_rebuilds_the_case(
    tmp_path: Path, long_run: bool, record_property: Callable[[str, object], None]
) -> None:
    histories, entries = (HISTORIES_LONG if long_run else HISTORIES), 0
    for seed in range(histories):
        desk = Desk(tmp_path / f"case{seed}", seed)
        desk.work()
        assert without_entry(desk) == [], seed
        again = tmp_path / f"again{seed}"
        made = open_case(desk.folder).replay(again)
        assert made.same, (seed, made.why)
        assert dossier_of(again) == dossier_of(desk.folder), seed
        assert verify(desk.folder).state == verify(again).state == "intact"
        entries += len(open_case(desk.folder).ledger)
    record_property("promise", "I7")
    record_property("cases", histories)
    assert entries > histories * ACTIONS


@pytest.mark.parametrize("lost", ["decision", "own_file", "export"])
def test_control_an_action_without_an_entry_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lost: str
) -> None:
    """The seeded fault: a ledger that leaves acts of one kind out, and says nothing."""
    append = Ledger.append

    def leave_out(ledger: Ledger, acts: list[object]) -> object:
        kept = [act for act in acts if act.action != lost]  # type: ignore[attr-defined]
        return append(ledger, kept)  # type: ignore[arg-type]

    monkeypatch.setattr(Ledger, "append", leave_out)
    desk = Desk(tmp_path / "case", 1)
    desk.decide()
    desk.export()
    desk.build()
    assert any(lost.replace("_", " ").replace("export", "written") in missing for missing in without_entry(desk))


def test_control_a_case_that_was_changed_past_the_ledger_is_not_the_same(tmp_path: Path) -> None:
    """The seeded fault: an entry for another database than evidence and decisions give."""
    from ascertain.storage import Settled, enter_build

    desk = Desk(tmp_path / "case", 2)
    enter_build(open_case(desk.folder).ledger, Settled(digest="0" * 64, bytes=1), by="desk")
    made = open_case(desk.folder).replay(tmp_path / "again")
    assert not made.same
    assert json.loads(json.dumps(made.record()))["why"]
