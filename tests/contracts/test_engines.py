"""What holds for every engine: the same results in the order given, and a sweep that is the same to the byte."""

import json

import pytest

from ascertain.case.sweep import sweep
from ascertain.engine.local import CHUNK, OneProcess
from ascertain.engine.named import engine_named, engines
from ascertain.knowledge import load
from ascertain.model import Misused, Settings

TOWNS = ("Kherson", "Odesa", "Idlib", "Aden", "Homs")


@pytest.fixture(params=[(name, processes) for name in engines() for processes in (2, 3)], ids=str)
def engine(request):
    return engine_named(*request.param)


def items():
    """Return more items than a chunk holds, with copies, another language, an empty text and half a surrogate pair."""
    for number in range(3 * CHUNK):
        town, day, dead = TOWNS[number % 5], 1 + number % 3, 2 + number % 4
        text = (
            f"{dead} people were killed when forces shelled a market in {town} on {day} May 2021, residents said. "
            f"Two others were wounded, a medic told Reuters."
        )
        if number % 4 == 1:
            text = f"قُتل {dead} مدنيين جراء قصف مدفعي على مدينة إدلب يوم {day} أيار 2021، بحسب مصادر محلية."
        if number == 7:
            text = ""
        yield {
            "id": f"item-{number:03}",
            "text": text + ("\ud83d" if number == 9 else ""),
            "source": f"Desk {number % 6}",
        }


def swept(folder, engine, given):
    folder.mkdir()
    path = folder / "items.jsonl"
    path.write_text("".join(json.dumps(item) + "\n" for item in given), encoding="utf-8")
    out = folder / "out"
    sweep([path], out, knowledge=load(), settings=Settings(), engine=engine)
    return {file.name: file.read_bytes() for file in sorted(out.iterdir())}


def test_results_come_in_the_order_given(engine):
    assert list(engine.map(lambda number: number * 2, iter(range(CHUNK * 5 + 3)))) == [
        number * 2 for number in range(CHUNK * 5 + 3)
    ]


def test_nothing_gives_nothing(engine):
    assert list(engine.map(lambda number: number, [])) == []


def test_an_error_reaches_the_caller(engine):
    with pytest.raises(ZeroDivisionError):
        list(engine.map(lambda number: 1 // (number - 50), range(100)))


def test_an_unknown_engine_is_named_with_those_that_there_are():
    with pytest.raises(Misused, match="one, pool"):
        engine_named("steam")


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    return swept(tmp_path_factory.mktemp("one") / "sweep", OneProcess(), items())


def test_a_sweep_is_the_same_to_the_byte(engine, expected, tmp_path):
    given = list(items())
    assert swept(tmp_path / "sweep", engine, reversed(given)) == expected


def test_the_sweep_says_something(expected):
    """The control: equal bytes of nothing would prove nothing."""
    lines = expected["incidents.jsonl"].splitlines()
    assert len(lines) > 3
    assert all(json.loads(line)["items"] for line in lines)
    assert len(expected["extracted.jsonl"].splitlines()) == 3 * CHUNK
