import random
import subprocess
import sys
from pathlib import Path

import pytest

from ascertain.model import Broken, Claim, Item, Mention, Misused, Place, Reading, Span
from ascertain.storage import Query, key_of, open_store, read_store
from ascertain.storage.schema import migrate, migrations
from ascertain.storage.sqlite_reading import connect

WORDS = "strike convoy bridge market قصف الجسر المدينة السوق القديم near at dawn".split()


def reading(n: int) -> Reading:
    place = Mention(kind="place", start=0, end=3, text="sky", value=Place(id=f"p{n}", name="Sky", lat=1.5, lon=n / 3))
    claim = Claim(id=f"claim-{n}", item=f"item-{n}", event="air_strike", quote=Span(start=0, end=3, text="sky"))
    return Reading(item=f"item-{n}", lang="en", mentions=(place,), claims=(claim,))


def fill(folder: Path, numbers: list[int]) -> bytes:
    with open_store(folder) as store:
        for n in numbers:
            with store.unit_of_work() as work:
                work.put("extract", f"item-{n}", key_of(n), reading(n))
                work.index("item", f"item-{n}", " ".join(random.Random(n).choices(WORDS, k=30)))
        store.settle()
    return (folder / "case.db").read_bytes()


def test_a_record_reads_back_only_for_the_inputs_it_was_made_from(tmp_path: Path) -> None:
    fill(tmp_path, [1])
    with open_store(tmp_path) as store:
        assert store.get("extract", "item-1", key_of(1), Reading) == reading(1)
        assert store.get("extract", "item-1", key_of(2), Reading) is None
        assert store.get("extract", "item-2", key_of(1), Reading) is None
        assert store.keys("extract") == {"item-1": key_of(1)}


def test_records_come_in_order_of_id(tmp_path: Path) -> None:
    fill(tmp_path, [3, 1, 2])
    with read_store(tmp_path) as store:
        assert [made.item for made in store.read(Query(stage="extract"), Reading)] == ["item-1", "item-2", "item-3"]
        asked = Query(stage="extract", ids=("item-3", "none", "item-1"))
        assert [made.item for made in store.read(asked, Reading)] == ["item-1", "item-3"]


def test_the_same_records_give_the_same_bytes_whatever_the_history(tmp_path: Path) -> None:
    numbers = list(range(60))
    straight = fill(tmp_path / "a", numbers)
    random.Random(7).shuffle(numbers)
    fill(tmp_path / "b", numbers[:20])
    fill(tmp_path / "b", [*range(100, 120), *numbers])
    with open_store(tmp_path / "b") as store:
        with store.unit_of_work() as work:
            kept = [f"item-{n}" for n in numbers]
            work.keep_only("extract", kept)
            work.unindex("item", kept)
        store.settle()
    assert (tmp_path / "b" / "case.db").read_bytes() == straight
    (tmp_path / "b" / "case.db").unlink()
    assert fill(tmp_path / "b", numbers) == straight
    numbers[0] = 200
    assert fill(tmp_path / "c", numbers) != straight, "the control: other records, other bytes"


def test_hash_seeds_and_locales_do_not_reach_the_bytes(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from ascertain.storage import open_store\n"
        "with open_store(Path(sys.argv[1])) as store:\n"
        "    with store.unit_of_work() as work:\n"
        "        for word in {'قصف', 'strike', 'é', 'İstanbul'}:\n"
        "            work.put('s', word, 'k', {word: 1.5, 'a': word}); work.index('item', word, word)\n"
        "    store.settle()\n"
    )
    made = []
    for seed, zone, language in (("0", "UTC", "C.UTF-8"), ("1", "Asia/Damascus", "tr_TR.UTF-8")):
        folder = tmp_path / seed
        environment = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language, "PATH": ""}
        subprocess.run([sys.executable, "-c", script, str(folder)], check=True, env=environment)
        made.append((folder / "case.db").read_bytes())
    assert made[0] == made[1]


def test_a_unit_of_work_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    fill(tmp_path, [1])
    with open_store(tmp_path) as store:
        with pytest.raises(ZeroDivisionError), store.unit_of_work() as work:
            work.put("extract", "item-2", "k", reading(2))
            raise ZeroDivisionError
        assert store.keys("extract") == {"item-1": key_of(1)}


def test_a_build_that_was_cut_short_goes_on_and_readers_see_the_last_settled_state(tmp_path: Path) -> None:
    fill(tmp_path, [1])
    with open_store(tmp_path) as store, store.unit_of_work() as work:
        work.put("extract", "item-2", key_of(2), reading(2))
    with read_store(tmp_path) as reader:
        assert list(reader.keys("extract")) == ["item-1"]
    with open_store(tmp_path) as store:
        assert list(store.keys("extract")) == ["item-1", "item-2"]
        store.settle()
    assert not (tmp_path / "case.work.db").exists()
    with read_store(tmp_path) as reader:
        assert list(reader.keys("extract")) == ["item-1", "item-2"]


def test_names_that_no_text_can_hold_are_kept(tmp_path: Path) -> None:
    item = Item(id="i", text="half \ud83d of a pair")
    with open_store(tmp_path) as store:
        with store.unit_of_work() as work:
            work.put("collect", "i", "k", item)
        assert store.get("collect", "i", "k", Item) == item


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("قصف", ["ar"]),  # the text has it with "wa-bi-al-" written onto it
        ("القصف", ["ar"]),
        ("الرقه", ["ar"]),  # ta marbuta and ha are one letter to a reader
        ("الرَّقّة", ["ar"]),
        ("emile", ["en"]),
        ("ÉMILE", ["en"]),
        ("T-62", ["en"]),
        ('"heavy tanks"', ["en"]),
        ('"tanks heavy"', []),
        ("tan*", ["en"]),
        ("heavy missing", []),
        ("", []),
        ('" AND ( NEAR', []),
        ("OR", []),
        ("٦٢", ["en"]),  # Arabic-Indic digits
    ],
)
def test_words_are_found_in_both_scripts(tmp_path: Path, asked: str, found: list[str]) -> None:
    with open_store(tmp_path) as store:
        with store.unit_of_work() as work:
            work.index("item", "ar", "وبالقصف على الرقة، سقط جرحى")
            work.index("item", "en", "Émile saw T-62 heavy tanks")
            work.index("claim", "claim-1", "nothing of that")
        store.settle()
    with read_store(tmp_path) as reader:
        assert [hit.id for hit in reader.search(asked)] == found
        assert [hit.id for hit in reader.search("nothing", kind="item")] == []
        assert [hit.id for hit in reader.search("nothing", kind="claim")] == ["claim-1"]


def test_what_was_indexed_anew_is_found_by_its_new_words_only(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        for text in ("old words", "new words"):
            with store.unit_of_work() as work:
                work.index("item", "i", text)
        assert [hit.id for hit in store.search("new")] == ["i"]
        assert store.search("old") == []


def test_a_newer_database_is_refused_in_words(tmp_path: Path) -> None:
    fill(tmp_path, [1])
    connection = connect(tmp_path / "case.db")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = (tmp_path / "case.db").read_bytes()
    for opening in (read_store, open_store):
        with pytest.raises(Misused, match=r"newer Ascertain.*schema 99"), opening(tmp_path):
            pass
    assert (tmp_path / "case.db").read_bytes() == before


def test_an_older_database_is_brought_up(tmp_path: Path) -> None:
    connection = connect(tmp_path / "old.db")
    migrate(connection, "old.db", migrations())
    connection.execute("INSERT INTO record VALUES ('s', 'i', 'k', '{}')")
    newer = [*migrations(), "ALTER TABLE record ADD COLUMN made_by TEXT; CREATE TABLE further (id TEXT);"]
    migrate(connection, "old.db", newer)
    assert connection.execute("SELECT id, made_by FROM record").fetchall() == [("i", None)]
    assert connection.execute("PRAGMA user_version").fetchone() == (len(newer),)


def test_a_file_that_is_no_case_database_is_left_alone(tmp_path: Path) -> None:
    connection = connect(tmp_path / "case.db")
    connection.execute("CREATE TABLE mine (x)")
    connection.close()
    with pytest.raises(Misused, match="not the database of a case"), open_store(tmp_path):
        pass
    (tmp_path / "case.work.db").unlink()
    (tmp_path / "case.db").write_bytes(b"not a database at all, but long enough to be looked at" * 100)
    with pytest.raises(Broken, match="damaged"), open_store(tmp_path):
        pass


def test_nothing_has_been_built_yet(tmp_path: Path) -> None:
    with pytest.raises(Misused, match="nothing has been built"), read_store(tmp_path):
        pass
