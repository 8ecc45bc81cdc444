"""What happened, when, where, by whom and against whom."""

from collections.abc import Iterable, Iterator, Sequence

from ascertain.model import Claim, Equipment, PartySupport
from ascertain.publish.languages import tongue
from ascertain.publish.telling.first_report import first_report
from ascertain.publish.telling.kinds import event_label
from ascertain.publish.telling.scene import Scene, Sentence
from ascertain.publish.telling.speakers import named, one_per_origin
from ascertain.publish.telling.steps import steps
from ascertain.publish.telling.whereabouts import ends_of_stretch
from ascertain.publish.verdicts import names_a_party
from ascertain.publish.wording import (
    count_words,
    indefinite,
    is_several,
    isolated,
    listed,
    sentence_case,
    when_words,
    where_words,
    with_article,
)
from ascertain.text.fold import fold

_SURE = frozenset({"confirmed", "fair"})
_NAMED, _SITES, _LONGEST = 5, 3, 5  # parties and sites named as struck, and the words of a name that is one
_SHORTEST = 3  # letters of a word whose last may be an ending


def tell(scene: Scene) -> Iterator[Sentence]:
    """Tell the event in some sentences."""
    yield _what(scene)
    yield from ends_of_stretch(scene)
    if scene.incident.perpetrators:
        yield _who(scene)
    if struck := named_as_struck(_spoken_of(scene)):
        yield _whom(scene, struck)
    yield from steps(scene)
    yield from _with_what(scene)
    yield from first_report(scene)


def _what(scene: Scene) -> Sentence:
    incident = scene.incident
    asserted = [claim for claim in scene.claims if claim.polarity == "asserted"]
    happened = incident.attribution == "declared" or incident.grade in _SURE
    pattern = (
        "{event} took place {when}, {where}."
        if asserted and happened
        else "{event} is reported {when}, {where}."
        if asserted
        else "{event} is spoken of, but nobody asserts it, {when}, {where}."
    )
    when, where = when_words(incident.when, scene.zone), where_words(incident.where)
    telling = [c for c in asserted or scene.claims if c.when or c.where] or asserted or scene.claims
    telling = sorted(telling, key=lambda claim: claim.event != incident.event)  # what a reader opens first tells of it
    event = sentence_case(indefinite(event_label(incident.event)))
    text = tongue().say(pattern, event=event, when=when, where=where)
    return scene.sentence(text, one_per_origin(telling, scene.evidence), about=("event", "when", "where"))


def _who(scene: Scene) -> Sentence:
    incident, parties = scene.incident, scene.incident.perpetrators[:4]
    declaring = [party for party in parties if _declares(party, scene)]
    names = listed([_name(party) for party in declaring or parties], "and" if declaring else "or")
    many = len(declaring) > 1 or any(is_several(party.name) for party in declaring)
    told = {
        "declared": ("{names} say that they did this" if many else "{names} says that it did this")
        + ("; named by others: {support}." if len(parties) > len(declaring) else "."),
        "likely": "It is likely that {names} did this: {support}."
        if len(parties) > 1
        else "It is likely that {names} did this, according to {count}.",
        "contested": "Who did this is contested: {support}{denials}.",
        "single_source": "One origin alone names who did this: {names}.",
    }.get((incident.attribution if names_a_party(incident) else None) or "", "Named for this: {support}{denials}.")
    others = [party for party in parties if party not in declaring] if incident.attribution == "declared" else parties
    count = count_words(parties[0].support if parties else 0, "independent origin")
    text = tongue().say(told, names=names, support=_support(others), denials=_denials(parties), count=count)
    named = [claim for party in parties for claim in party.claims if claim in scene.evidence.claims]
    claims = [scene.evidence.claims[claim] for claim in dict.fromkeys(named)]
    telling = claims or [claim for claim in scene.claims if claim.perpetrators] or scene.claims
    own_first = sorted(telling, key=lambda claim: not {party.id for party in parties} & scene.voices(claim))
    about = ("perpetrators", "attribution")
    return scene.sentence(sentence_case(text), one_per_origin(own_first, scene.evidence), about=about)


def _declares(party: PartySupport, scene: Scene) -> bool:
    return scene.incident.attribution == "declared" and any(
        party.id in scene.voices(claim) and claim.polarity == "asserted" and claim.perpetrators
        for claim in scene.claims
    )


def _name(party: PartySupport) -> str:
    return isolated(with_article(named(tongue().name_of(party.name))))


def _support(parties: Sequence[PartySupport]) -> str:
    say = tongue().say
    return listed(
        [say("{name} by {count}", name=_name(p), count=count_words(p.support, "independent origin")) for p in parties]
    )


def _denials(parties: Sequence[PartySupport]) -> str:
    say, denying = tongue().say, [party for party in parties if party.denied_by]
    return "".join(
        say("; {who} denies it", who=_name(p))
        if p.denied_by == (p.name,)
        else say("; {who} denies that it was {name}", who=listed([isolated(who) for who in p.denied_by]), name=_name(p))
        for p in denying
    )


def named_as_struck(targets: Sequence[PartySupport]) -> list[PartySupport]:
    """Return the parties to name as struck, and the places where several origins name one.

    A bare noun ("convoy") names nobody where a party is named, and who stands in "Assad's forces" is not the man.
    """
    parties = [party for party in targets if party.type != "person"]
    civilians = [party for party in parties if party.id == party.type == "civilians"]
    known = [party for party in parties if party.known and party not in civilians]
    sites = _sites(party for party in parties if party not in (*known, *civilians))
    if known:
        sites = [party for party in sites if party.support > 1 and len(party.name.split()) > 1]
    return [*known, *civilians, *sites][:_NAMED]


def _sites(parties: Iterable[PartySupport]) -> list[PartySupport]:
    """Return the things and places struck, each once, by the words that most origins have for it.

    What is counted ("13 civilians") is told with the toll.
    """
    kept: list[PartySupport] = []
    words: list[frozenset[str]] = []
    for party in sorted(parties, key=lambda party: (-party.support, -len(party.name.split()), party.name)):
        own = frozenset(_without_case_ending(word) for word in fold(party.name).split())
        if party.type == "civilians" or not own or len(own) > _LONGEST or any(map(str.isdigit, party.name)):
            continue
        if not any(own <= other or other <= own for other in words):
            kept.append(party)
            words.append(own)
    return kept[:_SITES]


def _without_case_ending(word: str) -> str:
    """Return an Arabic word without the alif of the indefinite accusative, which says no more than its place."""
    return word.removesuffix("ا") if len(word) > _SHORTEST else word


def _spoken_of(scene: Scene) -> Sequence[PartySupport]:
    """Return the targets; civilians that one origin alone speaks of are told of with what was left out."""
    targets = scene.incident.targets
    if not _civilians_left_out(scene):
        return targets
    return [party for party in targets if party.type != "civilians" or party.support > 1]


def _civilians_left_out(scene: Scene) -> bool:
    """Whether nobody is counted among the civilians killed because what is said of them was left out."""
    return any(
        range_.outcome == "killed"
        and range_.group == "civilians"
        and range_.max == 0
        and any(step.end == "left_out" for step in range_.trace)
        for range_ in scene.incident.counts
    )


def _whom(scene: Scene, targets: Sequence[PartySupport]) -> Sentence:
    names = [f"{_name(party)} ({count_words(party.support, 'origin')})" for party in targets]
    named = {claim for party in targets for claim in party.claims}
    claims = [claim for claim in scene.claims if claim.id in named] or scene.claims
    text = tongue().say("Named as struck: {names}.", names=listed(names))
    return scene.sentence(text, one_per_origin(claims, scene.evidence), about=("targets",))


def _is_weapon(thing: Equipment) -> bool:
    """Whether something is used to strike, as against a bus or train that was near."""
    return thing.category != "vehicle" or "bomb" in thing.name


def _with_what(scene: Scene) -> Iterator[Sentence]:
    means: dict[str, list[Claim]] = {}
    kinds: dict[str, str | None] = {}
    for claim in scene.claims:
        for mention in claim.means:
            if (
                isinstance(mention.value, Equipment)
                and claim.event == scene.incident.event
                and _is_weapon(mention.value)
            ):
                means.setdefault(mention.value.name, []).append(claim)
                kinds[mention.value.name] = mention.value.category
    if means:
        claims = [claim for found in means.values() for claim in found]
        # "aircraft" says nothing more beside "warplane"
        special = [name for name in means if not any(kinds[other] == name != other for other in means)]
        names = listed([isolated(tongue().name_of(name)) for name in sorted(special)])
        text = tongue().say("Reported as used: {names}.", names=names)
        yield scene.sentence(text, one_per_origin(claims, scene.evidence), about=("means",))
