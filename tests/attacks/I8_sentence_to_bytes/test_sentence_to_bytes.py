"""I8: every published sentence leads back to bytes: sentence, claim, span, offset, digest, or nothing is published."""

import hashlib
import json
import random
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import msgspec
import pytest

from ascertain.case import open_case
from ascertain.case.demo import make_sample
from ascertain.collect import collect
from ascertain.integrity import verify
from ascertain.model import Broken, Dossier, Item, Span
from ascertain.preserve import sealed_captures
from ascertain.publish.stage import publish
from ascertain.storage import BlobVault
from ascertain.storage.memory import Memory

BREAKS, BREAKS_LONG = 40, 400
SENTENCE = re.compile(
    r'<span class="sentence[^"]*">(.*?)</span>(.*?)(?=<span class="sentence|</section>|</div>|</ul>)', re.S
)
LINK = re.compile(r'href="\.\./items/([^"#]+)\.html(?:#([^"]+))?"')


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterable[Path]:
    """Return the sample case, reviewed and published."""
    root = tmp_path_factory.mktemp("sentences")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ASCERTAIN_KEYS", str(root / "keys"))
        make_sample(root / "case")
        built = open_case(root / "case").build()
        for incident in built.incidents:
            open_case(root / "case").decide("review", incident.id, because="read by two of us")
        open_case(root / "case").publish()
        yield root / "case"


@pytest.fixture(scope="module")
def dossier(sample: Path) -> Dossier:
    from ascertain.case.progress import Silent
    from ascertain.engine.local import OneProcess

    case = open_case(sample)
    with case._memory() as memory:
        return case._made(OneProcess(), Silent(), memory)[0]


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def words_in(item: dict[str, Any], start: int, end: int) -> str:
    """Return the published words of an item at [start, end)."""
    if "text" in item:
        return str(item["text"][start:end])
    for extract in item["extracts"]:
        if extract["start"] <= start and end <= extract["end"]:
            return str(extract["text"][start - extract["start"] : end - extract["start"]])
    raise AssertionError(f"{item['id']}: [{start}, {end}) is not published")


class Source:
    """The sealed bytes, read again by the collectors, with nothing of the case but digests and names."""

    def __init__(self, case: Path, folder: Path) -> None:
        self.vault, self.folder = BlobVault(case / ".ascertain"), folder
        self.names = {one.digest: one.name for one in sealed_captures(open_case(case).ledger)}
        self.texts: dict[str, list[str]] = {}

    def holds(self, digest: str, start: int, end: int, quote: str) -> bool:
        """Return whether an item read from the bytes of `digest` has `quote` at [start, end); █ stands for anything."""
        if digest not in self.texts:
            content = self.vault.path(digest).read_bytes()
            assert hashlib.sha256(content).hexdigest() == digest
            path = self.folder / f"{digest}{Path(self.names[digest]).suffix}"
            path.write_bytes(content)
            self.texts[digest] = [one.text for one in collect([path]) if isinstance(one, Item)]
        return any(is_marked(text[start:end], quote) for text in self.texts[digest])


def is_marked(words: str, quote: str) -> bool:
    return len(words) == len(quote) and all(b in (a, "█") for a, b in zip(words, quote, strict=True))


def walk(bundle: Path, source: Source) -> tuple[int, list[str]]:
    """Follow every sentence of every account to sealed bytes; return how many, and those that do not lead there."""
    items = {item["id"]: item for item in lines(bundle / "data/items.jsonl")}
    read = [claim for line in lines(bundle / "data/extracted.jsonl") for claim in line["claims"] + line["mentions"]]
    claims = {claim["id"]: claim for claim in read if "id" in claim}
    of_item = {claim["id"]: line["item"] for line in lines(bundle / "data/extracted.jsonl") for claim in line["claims"]}
    sentences, astray = 0, []
    for page in sorted((bundle / "incidents").glob("*.html")):
        for words, after in SENTENCE.findall(page.read_text(encoding="utf-8")):
            sentences += 1
            links = LINK.findall(after)
            if not links:
                astray.append(f"{page.name}: no source: {words}")
            for name, anchor in links:
                item = items.get(unquote(name))
                if item is None or not (bundle / "items" / f"{unquote(name)}.html").is_file():
                    astray.append(f"{page.name}: no item {name}: {words}")
                elif anchor in claims:
                    quote = claims[anchor]["quote"]
                    found = (
                        of_item[anchor] == item["id"]
                        and words_in(item, quote["start"], quote["end"]) == quote["text"]
                        and source.holds(item["capture"], quote["start"], quote["end"], quote["text"])
                    )
                    if not found:
                        astray.append(f"{page.name}: {anchor} is not in the bytes: {words}")
                elif not source.holds(item["capture"], 0, 0, ""):
                    astray.append(f"{page.name}: no bytes of {name}: {words}")
    return sentences, astray


def test_every_sentence_leads_to_sealed_bytes(
    sample: Path, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    sentences, astray = walk(sample / "dossier", Source(sample, tmp_path))
    assert astray == []
    assert sentences > 60
    record_property("promise", "I8")
    record_property("cases", sentences)


def changed_claims(dossier: Dossier, change: Callable[[Any], Any], which: str) -> Dossier:
    def of_reading(reading: Any) -> Any:
        claims = [change(one) if one.id == which else one for one in reading.claims]
        return msgspec.structs.replace(reading, claims=tuple(one for one in claims if one is not None))

    return msgspec.structs.replace(dossier, readings=tuple(of_reading(reading) for reading in dossier.readings))


def moved(claim: Any, start: int, end: int, text: str | None = None) -> Any:
    quote = claim.quote
    made = Span(start=quote.start + start, end=quote.end + end, text=quote.text if text is None else text)
    return msgspec.structs.replace(claim, quote=made)


def of_capture(dossier: Dossier, item: str, digest: str | None) -> Dossier:
    items = (msgspec.structs.replace(one, capture=digest) if one.id == item else one for one in dossier.items)
    return msgspec.structs.replace(dossier, items=tuple(items))


Break = Callable[[Dossier, Any], Dossier]
LINKS: dict[str, Break] = {
    "the claim is gone": lambda d, c: changed_claims(d, lambda one: None, c.id),
    "the claim is another's": lambda d, c: changed_claims(d, lambda o: msgspec.structs.replace(o, item="none"), c.id),
    "the words differ by one": lambda d, c: changed_claims(
        d, lambda one: moved(one, 0, 0, one.quote.text[:-1] + chr(ord(one.quote.text[-1]) ^ 1)), c.id
    ),
    "the span begins later": lambda d, c: changed_claims(d, lambda one: moved(one, 1, 0), c.id),
    "the span ends earlier": lambda d, c: changed_claims(d, lambda one: moved(one, 0, -1), c.id),
    "the span is elsewhere": lambda d, c: changed_claims(d, lambda one: moved(one, 7, 7), c.id),
    "no words": lambda d, c: changed_claims(d, lambda o: moved(o, 0, o.quote.start - o.quote.end, ""), c.id),
    "the item is gone": lambda d, c: msgspec.structs.replace(d, items=tuple(o for o in d.items if o.id != c.item)),
    "the item has other words": lambda d, c: msgspec.structs.replace(
        d,
        items=tuple(msgspec.structs.replace(o, text=f"\u200b{o.text}") if o.id == c.item else o for o in d.items),
    ),
    "no digest": lambda d, c: of_capture(d, c.item, None),
    "another digest": lambda d, c: of_capture(d, c.item, "0" * 64),
    "the capture was not sealed": lambda d, c: msgspec.structs.replace(
        d,
        captures=tuple(
            one for one in d.captures if one.digest != next(o.capture for o in d.items if o.id == c.item)
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("link", sorted(LINKS))
def test_one_broken_link_and_nothing_is_published(
    dossier: Dossier, tmp_path: Path, link: str, long_run: bool, record_property: Callable[[str, object], None]
) -> None:
    claims = [claim for reading in dossier.readings for claim in reading.claims]
    count = min(len(claims), BREAKS_LONG if long_run else BREAKS)
    for claim in random.Random(link).sample(claims, count):
        with pytest.raises(Broken) as raised:
            publish(LINKS[link](dossier, claim), tmp_path / "out")
        assert raised.value.item and raised.value.remedy
    assert not (tmp_path / "out").exists()
    record_property("promise", "I8")
    record_property("cases", count)


@pytest.mark.parametrize("damage", ["gone", "one bit", "another's"])
def test_bytes_that_are_not_as_sealed_and_nothing_is_published(
    sample: Path, tmp_path: Path, damage: str, record_property: Callable[[str, object], None]
) -> None:
    case = tmp_path / "case"
    shutil.copytree(sample, case)
    path = max((case / ".ascertain/blobs").rglob("*"), key=lambda one: one.stat().st_size if one.is_file() else 0)
    path.chmod(0o644)
    content = path.read_bytes()
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(b"x" if damage == "another's" else bytes([content[0] ^ 1]) + content[1:])
    (case / "reports").rename(tmp_path / "reports")
    before = {one: one.read_bytes() for one in (case / "dossier").rglob("*") if one.is_file()}
    with pytest.raises(Broken):
        open_case(case).publish()
    kept = {one: one.read_bytes() for one in (case / "dossier").rglob("*") if one.is_file()}
    assert all(kept[one] == content for one, content in before.items() if "custody" not in one.parts and one in kept)
    record_property("promise", "I8")
    record_property("cases", 1)


def test_what_was_changed_in_the_database_does_not_reach_the_account(sample: Path, tmp_path: Path) -> None:
    """A careful forger changes words in `case.db`, where quote and item agree: the next build does not use it."""
    case = tmp_path / "case"
    shutil.copytree(sample, case)
    path = case / ".ascertain/case.db"
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"killed", b"healed"))
    assert verify(case).state == "broken"
    open_case(case).build()
    assert path.read_bytes() == whole
    assert verify(case).state == "intact"


def test_what_was_changed_in_the_memory_of_earlier_builds_does_not_reach_the_account(
    sample: Path, tmp_path: Path
) -> None:
    """A forger rewrites what `remembered.db` holds, and its mark, as far as that goes without the user's key."""
    case = tmp_path / "case"
    shutil.copytree(sample, case)
    open_case(case).build()
    before = {path: path.read_bytes() for path in (case / "dossier").rglob("*") if path.is_file()}
    memory, forged = Memory(), 0
    connection = sqlite3.connect(case / ".ascertain/remembered.db")
    for kind, id, key, content in connection.execute("SELECT kind, id, key, content FROM made").fetchall():
        changed = content.replace(b"killed", b"healed").replace(b"struck", b"spared")
        forged += changed != content
        row = (changed, memory._mark(kind, id, key, changed), kind, id)
        connection.execute("UPDATE made SET content = ?, mark = ? WHERE kind = ? AND id = ?", row)
    connection.commit()
    connection.close()
    assert forged > 0
    shutil.rmtree(case / "dossier")
    open_case(case).build()
    assert {path: path.read_bytes() for path in (case / "dossier").rglob("*") if path.is_file()} == before


def test_control_a_walk_over_a_dossier_that_was_changed_goes_astray(sample: Path, tmp_path: Path) -> None:
    """The seeded faults: a quote, an offset, a digest and a citation that lead elsewhere, each must be seen."""
    changes = {
        "data/items.jsonl": (r'"capture":"[0-9a-f]{8}', '"capture":"00000000'),
        "data/extracted.jsonl": (r'"quote":{"start":(\d)', r'"quote":{"start":1\1'),
        "incidents": (r'class="cite" href="../items/item-', 'class="cite" href="../items/other-'),
        "incidents/": (r'<a class="cite"[^>]*>[^<]*</a>', ""),
    }
    for number, (name, (pattern, other)) in enumerate(changes.items()):
        bundle = tmp_path / f"{number}"
        shutil.copytree(sample / "dossier", bundle)
        place = bundle / name
        for path in place.glob("*.html") if place.is_dir() else [place]:
            path.write_text(re.sub(pattern, other, path.read_text(encoding="utf-8")), encoding="utf-8")
        (tmp_path / f"texts{number}").mkdir()
        try:
            _, astray = walk(bundle, Source(sample, tmp_path / f"texts{number}"))
        except (AssertionError, OSError, KeyError) as error:
            astray = [str(error) or type(error).__name__]
        assert astray, name
