"""What is told beside the event and commonly comes before or after it: warnings, a show of force, a withdrawal."""

from collections.abc import Iterator

from ascertain.event_types import event_types
from ascertain.publish.languages import tongue
from ascertain.publish.telling.kinds import event_label
from ascertain.publish.telling.scene import Scene, Sentence
from ascertain.publish.telling.speakers import one_per_origin
from ascertain.publish.wording import count_words, indefinite, isolated, listed


def steps(scene: Scene) -> Iterator[Sentence]:
    """Tell the steps that commonly come before such an event, then those after, each with its number of origins.

    The texts' own order is not read, and so not claimed.
    """
    yield from _told(scene, "before", "Told beside it, of what commonly comes before: {steps}.")
    yield from _told(scene, "after", "Told beside it, of what commonly follows: {steps}.")


def _told(scene: Scene, beside: str, pattern: str) -> Iterator[Sentence]:
    kinds = [name for name, kind in event_types().items() if kind.beside == beside]
    told = {
        kind: [
            claim
            for claim in scene.claims
            if claim.event == kind != scene.incident.event
            and claim.polarity == "asserted"
            and claim.mood in ("actual", "recalled")
        ]
        for kind in kinds
    }
    told = {kind: claims for kind, claims in told.items() if claims}
    if not told:
        return
    words = []
    for kind, claims in told.items():
        origins = {scene.evidence.origin_of.get(claim.id, claim.item) for claim in claims}
        words.append(f"{isolated(indefinite(event_label(kind)))} ({count_words(len(origins), 'origin')})")
    cited = [claim for claims in told.values() for claim in one_per_origin(claims, scene.evidence, 3)]
    yield scene.sentence(tongue().say(pattern, steps=listed(words)), cited)
