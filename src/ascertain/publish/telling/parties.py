"""What the parties to the event say of it: admission, denial, other statements, silence."""

import re
from collections.abc import Iterator

from ascertain.event_types import event_types
from ascertain.model import Claim, Origin, PartySupport
from ascertain.publish.languages import tongue
from ascertain.publish.telling.claim_ids import claim_ids, without_claim_ids
from ascertain.publish.telling.scene import Scene, Sentence
from ascertain.publish.telling.speakers import as_subject, one_per_origin, quoted, who_says
from ascertain.publish.wording import indefinite, instant_words, is_several, isolated, sentence_case, with_article

_OTHER_STATEMENTS = 2
_SPOKE_LATER = "the first word of its side"  # begins why a party is silent that speaks later on
_PLAIN_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def tell(scene: Scene) -> Iterator[Sentence]:
    """Tell what each party says, those named for the event first; then denials by others, then who is silent."""
    told: set[str] = set()
    done = {party.id for party in scene.incident.perpetrators}
    for party in (*scene.incident.perpetrators, *scene.incident.targets):
        for sentence, claim in _statements(party, scene, accused=party.id in done):
            if claim.id not in told:
                told.add(claim.id)
                yield sentence
    for claim in scene.claims:
        repeats = _is_told(claim, {(other.item, other.quote.text) for other in scene.claims if other.id in told})
        if claim.polarity == "denied" and not repeats and not _is_silence(claim):
            told.add(claim.id)
            who = as_subject(sentence_case(who_says(claim, scene.evidence)))
            text = tongue().say("{who} denies: {quote}.", who=who, quote=quoted(claim))
            yield scene.sentence(text, [claim.id], about=("denials",))
    yield from _others(scene, told)
    yield from _silences(scene)


def _others(scene: Scene, told: set[str]) -> Iterator[Sentence]:
    """Tell what a party to the conflict says of it that neither did nor suffered it: a protest, a condemnation."""
    parties = {origin.id: origin.name for origin in _voices(scene) if origin.party}
    repeated = {(claim.item, claim.quote.text) for claim in scene.claims if claim.id in told}
    spoken: set[str] = set()
    for claim in scene.claims:
        origin = scene.evidence.origin_of.get(claim.id, "")
        words = claim.event == "statement" and claim.polarity == "asserted" and bool(claim.speakers)
        if words and origin in parties and origin not in spoken and not _is_told(claim, repeated):
            spoken.add(origin)
            who = as_subject(sentence_case(who_says(claim, scene.evidence)))
            text = tongue().say("{who} says: {quote}.", who=who, quote=quoted(claim))
            yield scene.sentence(text, [claim.id])


def _is_silence(claim: Claim) -> bool:
    """Return whether a claim says that somebody has said nothing, which is told of apart and denies nothing."""
    return claim.event == "statement" and claim.polarity == "denied"


def _name(party: PartySupport) -> str:
    return isolated(with_article(tongue().name_of(party.name)))


def _statements(party: PartySupport, scene: Scene, *, accused: bool) -> Iterator[tuple[Sentence, Claim]]:
    own = [claim for claim in scene.claims if party.id in scene.voices(claim)]
    admitted = [c for c in own if accused and _is_own_word(c, scene) and _names(c, party, scene)]
    admitted.sort(key=lambda claim: (claim.event != scene.incident.event, not _is_violent(claim), bool(claim.speakers)))
    own = [claim for claim in own if not _is_silence(claim)]
    denied = [claim for claim in own if claim.polarity == "denied"]
    if admitted:
        who = sentence_case(_name(party))
        many = is_several(party.name)
        pattern = "{who} say that they did this: {quote}." if many else "{who} says that it did this: {quote}."
        text = tongue().say(pattern, who=who, quote=quoted(admitted[0]))
        cited = [admitted[0].id, *one_per_origin(admitted[1:], scene.evidence, 3)]
        yield scene.sentence(text, cited, about=("attribution",)), admitted[0]
    for claim in _without_repeated(denied):
        who = sentence_case(_name(party))
        pattern = "{who} deny: {quote}." if is_several(party.name) else "{who} denies: {quote}."
        text = tongue().say(pattern, who=who, quote=quoted(claim))
        yield scene.sentence(text, [claim.id], about=("denials",)), claim
    misread = _misread(scene)
    told = {(claim.item, claim.quote.text) for claim in (*admitted, *denied)}
    others = [claim for claim in own if not _is_told(claim, told) and claim.id not in misread]
    others.sort(key=lambda claim: (not _is_own_word(claim, scene), bool(claim.speakers)))
    for claim in _each_quote_once(others)[:_OTHER_STATEMENTS]:
        by = who_says(claim, scene.evidence)
        own_name = by.casefold().startswith(_name(party).casefold())
        pattern = "{who} says: {quote}." if own_name else "From the side of {side}, {who} says: {quote}."
        text = tongue().say(pattern, side=_name(party), who=as_subject(sentence_case(by) if own_name else by),
                           quote=quoted(claim))  # fmt: skip
        yield scene.sentence(text, [claim.id]), claim


def _without_repeated(claims: list[Claim]) -> list[Claim]:
    """Return claims without those whose words in one report hold another's, the shorter first told."""
    kept: list[Claim] = []
    for claim in sorted(claims, key=lambda claim: len(claim.quote.text)):
        if not _is_told(claim, {(other.item, other.quote.text) for other in kept}):
            kept.append(claim)
    return [claim for claim in claims if claim in kept]


def _is_violent(claim: Claim) -> bool:
    """Whether a claim is of a blow, as against the show of force or the move of troops before it."""
    kind = event_types().get(claim.event)
    return kind is not None and kind.violent and not kind.acled.endswith(": Other")


def _is_told(claim: Claim, told: set[tuple[str, str]]) -> bool:
    """Whether a report's words for a claim are among those told, or hold them: "denied it" in "they denied it"."""
    return any(item == claim.item and (words in claim.quote.text or claim.quote.text in words) for item, words in told)


def _voices(scene: Scene) -> tuple[Origin, ...]:
    """Return all whose word is told here: a party that only protests is heard, too."""
    return (*scene.incident.origins, *scene.incident.beside)


def _is_own_word(claim: Claim, scene: Scene) -> bool:
    """Whether a party says it itself, as against an outlet that is close to it: it is quoted, or its own statement."""
    parties = {origin.id for origin in _voices(scene) if origin.party}
    own = bool(claim.speakers) or scene.evidence.origin_of.get(claim.id) in parties
    return claim.polarity == "asserted" and own


def _misread(scene: Scene) -> set[str]:
    """Return the claims whose figure is shown as a misreading: what they put into a party's mouth is not its word."""
    steps = [step for range_ in scene.incident.counts for step in range_.trace if "misread" in step.rule]
    return {step.claim for step in steps if step.claim}


def _each_quote_once(claims: list[Claim]) -> list[Claim]:
    """Return claims without those that only repeat words: one clause holds several events, a copy the same ones."""
    return list({" ".join(claim.quote.text.split()): claim for claim in reversed(claims)}.values())[::-1]


def _names(claim: Claim, party: PartySupport, scene: Scene) -> bool:
    return any(p.id and (p.id == party.id or scene.evidence.side_of(p.id) == party.id) for p in claim.perpetrators)


def _silences(scene: Scene) -> Iterator[Sentence]:
    for silence in scene.incident.silences:
        when = instant_words(silence.as_of, scene.zone) if silence.as_of[:4].isdigit() else silence.as_of
        because = without_claim_ids(silence.because).rstrip(".")
        said = _PLAIN_DAY.search(because)
        name = tongue().name_of(silence.name)
        nameless = tongue().is_source and name[:1].islower() and silence.party == silence.name  # "spokesman"
        values = {"name": isolated(indefinite(name) if nameless else with_article(name)), "when": when}
        cited = [claim for claim in claim_ids(silence.because) if claim in scene.evidence.claims]
        if cited:  # a report's own word, which later words of the party do not make untrue
            pattern = "A report of {when} says that nothing had been heard from {name} by then."
            undated = "A report without a date says that nothing had been heard from {name} when it was written."
            text = tongue().say(pattern if when else undated, **values)
            yield scene.sentence(text, cited, about=("silences",))
        else:
            pattern = "No word from {name} was found in these reports, as of {when}: {because}."
            if because.startswith(_SPOKE_LATER):  # what it said then may be told of right before
                pattern = "Up to {when} no word from {name} is found in these reports: {because}."
            told = tongue().told(because)
            told = told.replace(said[0], instant_words(said[0], scene.zone)) if said else told
            text = tongue().say(pattern, because=told, **values)
            yield scene.searched(text, about=("silences",))
