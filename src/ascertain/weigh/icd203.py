"""Words for likelihood and for confidence, kept apart (ICD 203, Analytic Standards, 2015).

The directive gives two vocabularies that must not be mixed, and asks that no sentence states a confidence and a
likelihood at once: the one is about the evidence, the other about the world.
"""

import re

from ascertain.model import Misused

# (lowest, highest) in per cent; never 0 or 100
LIKELIHOODS: tuple[tuple[int, int, str, str], ...] = (
    (1, 5, "almost no chance", "remote"),
    (5, 20, "very unlikely", "highly improbable"),
    (20, 45, "unlikely", "improbable"),
    (45, 55, "roughly even chance", "roughly even odds"),
    (55, 80, "likely", "probable"),
    (80, 95, "very likely", "highly probable"),
    (95, 99, "almost certain", "nearly certain"),
)
_CONFIDENCE = re.compile(r"\b(?:low|moderate|high)(?:-|\s+)confidence\b|\bconfidence (?:is|level)\b", re.IGNORECASE)
_LIKELY = re.compile(
    r"\b(?:(?:un)?likely|(?:im)?probabl[ey]|almost (?:no chance|certain(?:ly)?)|nearly certain(?:ly)?|remote chance|"
    r"roughly even|likelihood)\b",
    re.IGNORECASE,
)


def likelihood_words(per_cent: float) -> str:
    """Return the words of the first vocabulary for a probability in per cent; certainty has no words here."""
    if not 1 <= per_cent <= 99:
        raise Misused(
            f"{per_cent:g} per cent is a certainty, for which ICD 203 has no words", remedy="give 1 to 99 per cent"
        )
    return next(
        words for low, high, words, _ in LIKELIHOODS if low <= per_cent < high or (high == 99 and per_cent >= low)
    )


def confidence_words(origins: int, contradicted: bool) -> str:
    """Return low, moderate or high confidence, by how many independent origins the evidence has and agrees."""
    if origins >= 3 and not contradicted:
        return "high confidence"
    return "moderate confidence" if origins >= 2 else "low confidence"


def check_sentence(sentence: str) -> str | None:
    """Return what is wrong with a sentence by the directive, or None: a confidence and a likelihood in one."""
    confidence, likely = _CONFIDENCE.search(sentence), _LIKELY.search(sentence)
    if confidence and likely:
        return f'a confidence ("{confidence.group()}") and a likelihood ("{likely.group()}") stand in one sentence'
    return None
