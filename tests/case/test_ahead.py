"""Reading begun ahead: the same records as without it, and none where it can't be had."""

import os

import pytest

from ascertain.case import open_case
from ascertain.case.ahead import ReadingAhead, begun_ahead
from ascertain.case.reading import reader, without_parsed
from ascertain.knowledge import load
from ascertain.model import Item, Settings
from ascertain.storage.records import encode

TEXT = "Two people were injured in an explosion in Odesa on 7 May 2023. أصيب شخصان في انفجار."


@pytest.fixture
def ahead(tmp_path):
    (tmp_path / "case.toml").write_text("title = 'x'\n")
    started = ReadingAhead(tmp_path)
    yield started
    started.close()


def test_it_reads_as_this_process_does(ahead):
    items, settings = [Item(id="a", text=TEXT), Item(id="b", text=TEXT[:40])], Settings(time_zone="Asia/Damascus")
    knowledge = load()
    here = [without_parsed(reader(knowledge, settings)(item)) for item in items]
    ahead.ask(items, settings, knowledge.digest)
    assert [encode(one) for one in ahead.readings()] == [encode(one) for one in here]


def test_with_other_knowledge_it_reads_nothing(ahead):
    ahead.ask([Item(id="a", text=TEXT)], Settings(), "another digest")
    assert ahead.readings() is None


def test_where_its_process_ended_it_reads_nothing(ahead):
    ahead._process.kill()
    ahead._process.join()
    ahead.ask([Item(id="a", text=TEXT)], Settings(), load().digest)
    assert ahead.readings() is None


def test_a_case_that_can_not_be_opened_is_told_by_the_build(tmp_path):
    (tmp_path / "case.toml").write_text("title = \n")
    started = ReadingAhead(tmp_path)
    started.ask([Item(id="a", text=TEXT)], Settings(), load().digest)
    assert started.readings() is None
    started.close()


def test_a_build_with_it_gives_the_same_bytes(make_case):
    case = make_case()
    case.build()
    (case.folder / "reports" / "third.txt").write_text(TEXT)
    with begun_ahead(case.folder) as ahead:
        again = open_case(case.folder).build(ahead=ahead)
    assert [row.fresh for row in again.stages if row.stage in {"collect", "extract"}] == [1, 1]
    database = (case.evidence / "case.db").read_bytes()
    (case.evidence / "case.db").unlink()
    (case.evidence / "remembered.db").unlink()
    open_case(case.folder).build()
    assert (case.evidence / "case.db").read_bytes() == database


@pytest.mark.skipif(len(os.sched_getaffinity(0)) < 2, reason="with one core nothing is begun ahead")
def test_it_begins_only_where_something_is_new(make_case):
    case = make_case()
    with begun_ahead(case.folder) as ahead:
        assert ahead is not None
    case.build()
    with begun_ahead(case.folder) as ahead:
        assert ahead is None
