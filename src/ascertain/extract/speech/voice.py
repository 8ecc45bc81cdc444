"""An act of speech in a sentence."""

from dataclasses import dataclass

from ascertain.extract.events.units import Unit
from ascertain.languages.cues import Cue
from ascertain.model.claim import Polarity


@dataclass(slots=True)
class Voice:
    """One act of speech: who, what they cover (words [first, last)), and whether they say, deny or ask.

    `speaker` is the noun phrase that names them, nothing where a pronoun or an adverb stands for the speaker before.
    `outlet` is who it was said to; `act` the verb's cue; `beside` are those who say it together with the speaker.
    `answers` tells a denial of what its sentence accuses somebody of ("..., which the army denied"), for no words.
    """

    speaker: Unit | None
    first: int
    last: int
    act: Cue | None = None
    polarity: Polarity = "asserted"
    outlet: Unit | None = None
    trailing: bool = False
    at: int = 0
    speaker_last: int = 0
    beside: tuple[Unit, ...] = ()
    answers: bool = False
