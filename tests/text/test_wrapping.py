from ascertain.text import Document
from ascertain.text.wrapping import wrapping_breaks

WRAPPED = """Two men were wounded on Friday in the village of Sarun when a shell
fell on the yard of a house, and the road to the town of Orda stayed
closed for the whole of the afternoon, as people who live there have
told a reporter of the local station.

Nobody has said who fired it."""

LIST = """Anbara: two raids
Orda: one raid on a warehouse near the old port
Qalda: none
Talmira: three raids
Sarun: none"""


def test_a_wrapped_paragraph_is_one_sentence() -> None:
    document = Document(WRAPPED)
    assert len(document.sentences) == 2
    assert len(wrapping_breaks(WRAPPED)) == 3


def test_a_list_keeps_its_lines() -> None:
    assert wrapping_breaks(LIST) == frozenset()
    assert len(Document(LIST).sentences) == 5


def test_long_lines_are_paragraphs() -> None:
    text = "\n".join("word " * 60 for _ in range(6))
    assert wrapping_breaks(text) == frozenset()
