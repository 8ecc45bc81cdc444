"""What happened, when, where, by whom and against whom."""

from collections.abc import Iterator, Sequence

from ascertain.event_types.event_type import event_types
from ascertain.model import Claim, Equipment, PartySupport
from ascertain.publish.telling.scene import Scene, Sentence
from ascertain.publish.telling.speakers import named, one_per_origin, who_says
from ascertain.publish.wording import (
    count_words,
    indefinite,
    instant_words,
    isolated,
    listed,
    sentence_case,
    when_words,
    where_words,
    with_article,
)

_SURE = frozenset({"confirmed", "fair"})


def event_label(name: str) -> str:
    """Return an event type's name in a sentence: "air strike"."""
    known = event_types().get(name)
    return known.label.lower() if known else name.replace("_", " ")


def tell(scene: Scene) -> Iterator[Sentence]:
    """Tell the event in four or five sentences."""
    yield _what(scene)
    if scene.incident.perpetrators:
        yield _who(scene)
    if struck := _struck(scene.incident.targets):
        yield _whom(scene, struck)
    yield from _with_what(scene)
    yield from _first_report(scene)


def _what(scene: Scene) -> Sentence:
    incident = scene.incident
    asserted = [claim for claim in scene.claims if claim.polarity == "asserted"]
    happened = incident.attribution == "declared" or incident.grade in _SURE
    verb = (
        "took place" if asserted and happened else "is reported" if asserted else "is spoken of, but nobody asserts it,"
    )
    when, where = when_words(incident.when, scene.zone), where_words(incident.where)
    telling = [c for c in asserted or scene.claims if c.when or c.where] or asserted or scene.claims
    text = f"{sentence_case(indefinite(event_label(incident.event)))} {verb} {when}, {where}."
    return scene.sentence(text, one_per_origin(telling, scene.evidence), about=("event", "when", "where"))


def _who(scene: Scene) -> Sentence:
    incident, parties = scene.incident, scene.incident.perpetrators[:4]
    declaring = [party for party in parties if _declares(party, scene)]
    names = listed([_name(party) for party in declaring or parties], "and" if declaring else "or")
    text = {
        "declared": f"{sentence_case(names)} {'say' if len(declaring) > 1 else 'says'} that it did this"
        + (f"; named by others: {_support(parties)}." if len(parties) > 1 else "."),
        "likely": f"It is likely that {names} did this: {_support(parties)}.",
        "contested": f"Who did this is contested: {_support(parties)}{_denials(parties)}.",
        "single_source": f"One origin alone names who did this: {names}.",
    }.get(incident.attribution or "", f"Named for this: {_support(parties)}.")
    named = [claim for party in parties for claim in party.claims if claim in scene.evidence.claims]
    claims = [scene.evidence.claims[claim] for claim in dict.fromkeys(named)]
    telling = claims or [claim for claim in scene.claims if claim.perpetrators] or scene.claims
    own_first = sorted(telling, key=lambda claim: not {party.id for party in parties} & scene.voices(claim))
    return scene.sentence(text, one_per_origin(own_first, scene.evidence), about=("perpetrators", "attribution"))


def _declares(party: PartySupport, scene: Scene) -> bool:
    return scene.incident.attribution == "declared" and any(
        party.id in scene.voices(claim) and claim.polarity == "asserted" and claim.perpetrators
        for claim in scene.claims
    )


def _name(party: PartySupport) -> str:
    return isolated(with_article(named(party.name)))


def _support(parties: Sequence[PartySupport]) -> str:
    return listed([f"{_name(p)} by {count_words(p.support, 'independent origin')}" for p in parties])


def _denials(parties: Sequence[PartySupport]) -> str:
    denying = [party for party in parties if party.denied_by]
    return "".join(f"; {listed([isolated(who) for who in p.denied_by])} denies that it was {_name(p)}" for p in denying)


def _struck(targets: Sequence[PartySupport]) -> list[PartySupport]:
    """Return the parties to name as struck.

    A bare noun ("convoy") names nobody where a party is named, and who stands in "Assad's forces" is not the man.
    """
    parties = [party for party in targets if party.type != "person"]
    return ([party for party in parties if party.known] or parties)[:5]


def _whom(scene: Scene, targets: Sequence[PartySupport]) -> Sentence:
    names = [f"{_name(party)} ({count_words(party.support, 'origin')})" for party in targets]
    claims = [claim for claim in scene.claims if claim.targets and claim.polarity == "asserted"] or scene.claims
    text = f"Named as struck: {listed(names)}."
    return scene.sentence(text, one_per_origin(claims, scene.evidence), about=("targets",))


def _with_what(scene: Scene) -> Iterator[Sentence]:
    means: dict[str, list[Claim]] = {}
    for claim in scene.claims:
        for mention in claim.means:
            if isinstance(mention.value, Equipment):
                means.setdefault(mention.value.name, []).append(claim)
    if means:
        claims = [claim for found in means.values() for claim in found]
        text = f"Reported as used: {listed([isolated(name) for name in sorted(means)])}."
        yield scene.sentence(text, one_per_origin(claims, scene.evidence), about=("means",))


def _first_report(scene: Scene) -> Iterator[Sentence]:
    items = scene.evidence.items
    timed = [c for c in scene.claims if (items[c.item].published_at or "").find("T") > 0]
    if not timed:
        return
    first = min(timed, key=lambda claim: (scene.said_at(claim), claim.id))
    when = instant_words(items[first.item].published_at or "", scene.zone)
    text = (
        f"The first dated report of it here is by {who_says(first, scene.evidence)}, published on {when}; "
        f"{count_words(len(scene.incident.items), 'report')} in all go back to "
        f"{count_words(len(scene.incident.origins), 'independent origin')}."
    )
    yield scene.sentence(text, [first.id], about=("origins",))
