"""Every phrase of every pack can be met in a text: one that never matches is refused."""

import pytest

from ascertain.event_types import event_types
from ascertain.extract.events.arabic_gaps import gapped
from ascertain.extract.events.words import event_cues
from ascertain.languages.cues import Cue, language, language_codes
from ascertain.text import Document, words_of_phrase

_GAP = ".."


def unmatched(code: str, cues: list[tuple[str, Cue]], gaps: bool) -> list[str]:
    """Return the phrases that no text can hold as the reader looks for them.

    A gap is read where one word stands on either side (`gaps`), else only in the lists of verbs in two parts.
    """
    found = []
    for phrase, _ in cues:
        if _GAP in phrase:
            head, _, tail = phrase.partition(f" {_GAP} ")
            if not (gaps and head and tail and " " not in head and " " not in tail):
                found.append(phrase)
        elif not phrase.strip() or tuple(Document(phrase).words) != words_of_phrase(phrase):
            found.append(phrase)
    return found


@pytest.mark.parametrize("code", language_codes())
def test_every_phrase_can_be_met(code: str) -> None:
    pack = language(code)
    assert pack is not None
    assert unmatched(code, [*pack.cues, *event_cues(code)], gaps=pack.order == "vso") == []


@pytest.mark.parametrize("code", language_codes())
def test_verbs_in_two_parts_have_one_gap_behind_one_word(code: str) -> None:
    parts = [phrase for kind in event_types().values() for phrase in kind.cues.get(code, {}).get("split_verbs", ())]
    assert all(phrase.count(_GAP) == 1 and " " not in phrase.partition(f" {_GAP} ")[0] for phrase in parts)


def test_phrases_that_never_match_are_found() -> None:
    told = Cue("speech", "deny", "verb")
    assert unmatched("en", [("dismiss .. claims", told), ("reject(ed|s) claims", told)], gaps=False) == [
        "dismiss .. claims"
    ]
    assert unmatched("ar", [("لم تتمكن .. من", told), ("لقي .. مصرعه", told)], gaps=True) == ["لم تتمكن .. من"]
    assert "لقي" in gapped("ar")
