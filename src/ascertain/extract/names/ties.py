"""The words that say whose groups they are, of every language: "backed by", التابعة ل."""

from functools import cache
from typing import NamedTuple

from ascertain.languages.parties import party_words
from ascertain.text.fold import fold


class TieWords(NamedTuple):
    """The words that tie a group to its backer, of every language, folded.

    `backed` ones say that somebody supports it, `loyal` ones that it follows him, `own` ones that it is as good as his;
    `backing` are verbs of who supports it. `by` stands before the backer, and `inside` between any two of these.
    `theirs` are pronouns for a backer named before, and `followers` nouns that need no more ("their proxies").
    `companions` stand between men and their own group at a sentence's start ("Gunmen with the Front attacked").
    """

    backed: frozenset[str]
    loyal: frozenset[str]
    own: frozenset[str]
    backing: frozenset[str]
    by: frozenset[str]
    inside: frozenset[str]
    theirs: frozenset[str]
    followers: frozenset[str]
    companions: frozenset[str]

    def kind(self, word: str) -> str | None:
        """Return what a word makes of a group, if it ties one to anybody."""
        ties = ("backed", "loyal", "own", "backing")
        return next((tie for tie in ties if word in getattr(self, tie)), None)


@cache
def tie_words() -> TieWords:
    """Return the words that tie a group to its backer."""
    packs = party_words()
    return TieWords(
        *(frozenset(fold(word) for pack in packs for word in pack.ties.get(k, ())) for k in TieWords._fields)
    )
