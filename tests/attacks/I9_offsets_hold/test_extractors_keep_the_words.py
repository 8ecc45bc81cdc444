"""I9: the words are the source's own to the character, and to the byte where the format holds them as they are.

Random Unicode around and inside of sentences that are read; each span of each mention and claim must quote its text.
"""

import csv
import io
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.attacks.I9_offsets_hold.test_collectors_keep_the_words import PIECES

from ascertain.case import Case, open_case
from ascertain.case.reading import reader
from ascertain.collect import collect
from ascertain.extract.stage import extract
from ascertain.knowledge import Knowledge, load
from ascertain.model import Item, Reading, Settings
from ascertain.storage import BlobVault
from ascertain.text.bytes_within import byte_range

COUNT, COUNT_LONG, FILES, FILES_LONG = 1_500, 100_000, 300, 5_000
SENTENCES = (
    "At least three people were killed in an air strike on Orda on 3 May 2021, the mayor said.",
    "Rebels shelled the town of Homs yesterday evening; the army denied it.",
    "قصفت طائرات حربية بلدة أريحا مساء أمس ما أدى إلى مقتل رجلين وإصابة طفل، بحسب ناشطين.",
    "Two hours later a second drone hit the market near the N-2 road, reportedly wounding dozens.",
    "مقتل ١٢ مدنياً جراء قصف مدفعي على السوق في ٤ أيار ٢٠٢١",
)  # fmt: skip


def some_texts(count: int, *, seed: int = 9) -> Iterator[str]:
    chance = random.Random(seed)
    for _ in range(count):
        pieces = [chance.choice(PIECES) for _ in range(chance.randrange(0, 9))]
        pieces += [chr(chance.randrange(0x110000)) for _ in range(chance.randrange(3))]
        sentence = chance.choice(SENTENCES)
        for _ in range(chance.choice([0, 0, 1, 3])):  # strange characters in the middle of words
            place = chance.randrange(len(sentence))
            sentence = sentence[:place] + chance.choice(PIECES) + sentence[place:]
        pieces.insert(chance.randrange(len(pieces) + 1), sentence)
        yield "".join(pieces)


def spans_in(thing: Any) -> Iterator[tuple[int, int, str | None]]:
    """Yield every span of a record: where it is and, where it says so, its words."""
    if isinstance(thing, msgspec.Struct):
        names = thing.__struct_fields__
        if {"start", "end"} <= set(names) and type(thing.start) is int and type(thing.end) is int:
            yield thing.start, thing.end, getattr(thing, "text", None)
        for name in names:
            if name != "parsed":
                yield from spans_in(getattr(thing, name))
    elif isinstance(thing, tuple):
        for one in thing:
            yield from spans_in(one)


def faults(text: str, reading: Reading) -> list[tuple[int, int, str | None]]:
    """Return the spans that do not quote their text."""
    return [
        (start, end, words)
        for start, end, words in spans_in(reading)
        if not 0 <= start <= end <= len(text) or (words is not None and text[start:end] != words)
    ]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


@pytest.mark.parametrize("shard", range(4))
def test_every_span_quotes_its_text(
    knowledge: Knowledge, shard: int, long_run: bool, record_property: Callable[[str, object], None]
) -> None:
    count, found = (COUNT_LONG if long_run else COUNT) // 4, 0
    read = reader(knowledge, Settings(time_zone="Asia/Damascus"))
    for number, text in enumerate(some_texts(count, seed=shard)):
        reading = read(Item(id=f"i{number}", text=text, published_at="2021-05-04"))
        assert faults(text, reading) == [], repr(text)
        found += len(reading.claims)
    assert found > count / 4
    record_property("promise", "I9")
    record_property("cases", count)


def test_control_offsets_that_shift_by_one_are_seen_and_refused(knowledge: Knowledge) -> None:
    """The seeded fault: a reader that drops NUL first, as some do, and quotes by what is left."""
    read, seen = reader(knowledge, Settings()), 0
    for number, sentence in enumerate(SENTENCES):
        text = f"\x00\x00 {sentence}"
        seen += bool(faults(text, read(Item(id=f"i{number}", text=text.replace("\x00", "")))))
    assert seen == len(SENTENCES)

    class Shifted:
        name, version = "shifted", "1"

        def claims(self, item: Item, knowledge: Knowledge) -> Iterator[Any]:
            from ascertain.model import Claim, Span

            quote = Span(start=1, end=5, text=item.text[:4])
            yield Claim(id="claim-x", item=item.id, event="attack", quote=quote)

    item = Item(id="i", text="A strike hit Orda.")
    reading = extract(item, knowledge, extractors=(Shifted(),))
    assert reading.claims == ()


def as_text(text: str, folder: Path) -> Path:
    path = folder / "a.txt"
    path.write_bytes(text.encode())
    return path


def as_lines(text: str, folder: Path) -> Path:
    path = folder / "a.jsonl"
    path.write_bytes(json.dumps({"id": "i", "text": text}, ensure_ascii=False).encode())
    return path


def as_table(text: str, folder: Path) -> Path:
    out, path = io.StringIO(), folder / "a.csv"
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerows([["id", "text"], ["i", text]])
    path.write_bytes(out.getvalue().encode())
    return path


@pytest.mark.parametrize("form", [as_text, as_lines, as_table], ids=["text", "JSON Lines", "table"])
def test_words_are_found_in_the_bytes_where_the_format_holds_them(
    tmp_path: Path,
    form: Callable[[str, Path], Path],
    long_run: bool,
    record_property: Callable[[str, object], None],
) -> None:
    chance, placed, count = random.Random(3), 0, FILES_LONG if long_run else FILES
    for text in some_texts(count, seed=5):
        if any(0xD800 <= ord(one) <= 0xDFFF for one in text):
            continue
        path = form(text, tmp_path)
        content = path.read_bytes()
        for item in collect([path]):
            if isinstance(item, Item):
                start, end = sorted(chance.choices(range(len(item.text) + 1), k=2))
                if found := byte_range(content, item.text, start, end):
                    assert content[found[0] : found[1]].decode() == item.text[start:end]
                    placed += 1
    record_property("promise", "I9")
    record_property("cases", placed)
    assert placed > count / 5


def test_a_claim_is_shown_with_its_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASCERTAIN_KEYS", str(tmp_path / "keys"))
    case = Case.new(tmp_path / "case", Settings(title="A case"))
    words = f"source: Desk\ndate: 2021-05-04\n\n{SENTENCES[0]}\n"
    (case.folder / "reports/a.txt").write_text(words, encoding="utf-8")
    case.build()
    (incident, *_) = open_case(case.folder).overview().incidents
    record = open_case(case.folder).find(incident.claims[0]).record
    where = record["in_bytes"]
    content = BlobVault(case.evidence).read(where["digest"])
    assert content[where["start"] : where["end"]].decode() == record["quote"]["text"]


def test_control_a_range_that_counts_characters_is_wrong(tmp_path: Path) -> None:
    """The seeded fault: characters taken for bytes."""
    text = SENTENCES[2]
    content = text.encode()
    found = byte_range(content, text, 5, 20)
    assert found
    assert content[5:20] != text[5:20].encode() == content[found[0] : found[1]]
    assert byte_range(content * 2, text, 5, 20) is None, "it stands there twice"
