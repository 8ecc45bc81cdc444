"""A claim in the making, and what a text has told so far."""

from dataclasses import dataclass, field

from ascertain.model import ClaimedCount, Mention, Party, Speaker
from ascertain.model.claim import Mood, Polarity

_BLASTS = frozenset({"explosion", "bombing", "suicide_bombing"})


@dataclass(slots=True)
class Draft:
    """One telling with everything that its sentence and those before give it; `at` is the word that tells it.

    `undated`: its day is told by how far it lies from another event, and is not that of those told before.
    """

    event: str
    first: int
    last: int
    sentence: int
    at: int = 0
    polarity: Polarity = "asserted"
    mood: Mood = "actual"
    hedge: tuple[int, int] | None = None
    speakers: tuple[Speaker, ...] = ()
    when: Mention | None = None
    said_at: Mention | None = None
    where: Mention | None = None
    perpetrators: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    means: tuple[Mention, ...] = ()
    counts: tuple[ClaimedCount, ...] = ()
    undated: bool = False


@dataclass(slots=True)
class Memory:
    """What later sentences may refer back to: the last attack, its doers, the last speaker, the heading's dates.

    Of those, the days on which something was only said ("on Thursday denied that ...") are left out.
    """

    event: Draft | None = None
    events: list[Draft] = field(default_factory=list)
    speaker: tuple[Speaker, ...] = ()
    speaker_sentence: int = -9
    said_at: Mention | None = None
    headings: list[Mention] = field(default_factory=list)
    doers: tuple[Party, ...] = ()
    doers_sentence: int = -9
    doers_named: bool = False
    protested: int = -9  # the sentence that last told of a protest by its verb
    summed: int = -9  # the sentence that last told of months of attacks
    points_back: int = -9  # the sentence that speaks of "that attack" right behind one of another time
    disaster: int = -9  # the sentence that last told of a flood or the like
    recalled: int = -9  # the sentence that last told of an attack of another time

    def event_near(self, sentence: int, reach: int = 3) -> Draft | None:
        """Return the last violent event if it was told at most `reach` sentences before."""
        if self.points_back == sentence:
            return None
        if self.event is not None and sentence - self.event.sentence <= reach:
            return self.event
        return None

    def keep(self, event: Draft) -> None:
        """Take an event for the last, with those before it."""
        self.event = event
        self.events.append(event)

    def event_named(self, kind: str, places: set[str]) -> Draft | None:
        """Return the last event of a kind, or of a blast where a blast is asked for, in one of some places if any."""
        kinds = _BLASTS if kind in _BLASTS else {kind}
        for event in reversed(self.events):
            told = event.where.text if event.where is not None else None
            if event.event in kinds and (not places or told in places):
                return event
        return None


def leads_on(draft: Draft) -> bool:
    """Whether later sentences can go on with this telling: by its victims, outcome or place."""
    if draft.event == "statement" or draft.undated:
        return False
    placed = draft.where is not None and (draft.perpetrators or draft.means)  # "a bomb went off in the city"
    return bool(draft.counts or draft.targets or placed)
