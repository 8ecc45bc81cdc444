"""Versions of the account, and what changed between two, for a reader."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping

import msgspec

from ascertain.model import Change, Dossier, Incident, PartySupport, Range, Version
from ascertain.publish.telling.claim_ids import without_claim_ids
from ascertain.publish.telling.event import named_as_struck
from ascertain.publish.telling.harm import about
from ascertain.publish.verdicts import attribution_words, grade_words
from ascertain.publish.wording import figure, when_words

NOTHING = "—"


def next_version(dossier: Dossier) -> Version | None:
    """Return the version that the dossier would be published as, or None where nothing of its account changed."""
    digest = digest_of(dossier.incidents)
    last = dossier.versions[-1] if dossier.versions else None
    if last and last.digest == digest:
        return None
    return Version(
        number=last.number + 1 if last else 1,
        digest=digest,
        items=len(dossier.items),
        incidents=dossier.incidents,
        changes=diff(last, dossier) if last else (),
    )


def digest_of(incidents: tuple[Incident, ...]) -> str:
    """Return the SHA-256 of the incidents' records, keys in order."""
    words = json.dumps(msgspec.to_builtins(incidents), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def diff(before: Version, after: Dossier) -> tuple[Change, ...]:
    """Return what changed from a version to the case as it stands, incident by incident.

    An incident is the same as before if it has the same id, or else if it shares the most claims with one that no
    other shares more with: its id follows its claims and may move when reports are added.
    """
    pairs, gone = _pairs(before.incidents, after.incidents)
    changes: list[Change] = []
    sources = {item.id: item.source for item in after.items}
    said_by = {claim.id: sources.get(claim.item) for reading in after.readings for claim in reading.claims}
    for old, new in pairs:
        if old is None:
            changes.append(Change(incident=new.id, about="incident", before=NOTHING, after=new.title, because="new"))
        else:
            changes += _changes(old, new, after.settings.zone, said_by)
    for old in gone:
        because = "its claims are in no incident now"
        changes.append(Change(incident=old.id, about="incident", before=old.title, after=NOTHING, because=because))
    return tuple(changes)


def _pairs(
    before: tuple[Incident, ...], after: tuple[Incident, ...]
) -> tuple[list[tuple[Incident | None, Incident]], list[Incident]]:
    by_id = {incident.id: incident for incident in before}
    matched: dict[str, Incident] = {new.id: by_id[new.id] for new in after if new.id in by_id}
    free = [old for old in before if old.id not in matched]
    ranked = sorted(
        (-len(set(old.claims) & set(new.claims)), old.id, new.id, old)
        for old in free
        for new in after
        if new.id not in matched and set(old.claims) & set(new.claims)
    ) if free else []  # fmt: skip
    taken: set[str] = set()
    for _, old_id, new_id, old in ranked:
        if new_id not in matched and old_id not in taken:
            matched[new_id] = old
            taken.add(old_id)
    pairs = [(matched.get(new.id), new) for new in after]
    return pairs, [old for old in free if old.id not in taken]


def _changes(old: Incident, new: Incident, zone: str, said_by: Mapping[str, str | None]) -> Iterator[Change]:
    yield from _ranges(old, new, said_by)
    facts = (
        ("title", old.title, new.title, ""),
        ("when", when_words(old.when, zone), when_words(new.when, zone), ""),
        ("where", _place(old), _place(new), ""),
        ("attribution", _verdict(attribution_words, old), _verdict(attribution_words, new), _reason(new, "a")),
        ("grade", _verdict(grade_words, old), _verdict(grade_words, new), _reason(new, "g")),
        ("perpetrators", _parties(old.perpetrators), _parties(new.perpetrators), ""),
        ("targets", _struck(old), _struck(new), ""),
        ("denials", _denials(old), _denials(new), ""),
        ("origins", str(len(old.origins)), str(len(new.origins)), _reports(old, new)),
        ("silences", _names(old), _names(new), ""),
        ("contradictions", str(len(old.contradictions)), str(len(new.contradictions)), ""),
        ("questions", str(len(old.questions)), str(len(new.questions)), ""),
    )
    for name, before, after, because in facts:
        if before != after:
            yield Change(incident=new.id, about=name, before=before, after=after, because=because)


def _ranges(old: Incident, new: Incident, said_by: Mapping[str, str | None]) -> Iterator[Change]:
    before = {about(range_): range_ for range_ in old.counts}
    after = {about(range_): range_ for range_ in new.counts}
    for key in [*after, *(key for key in before if key not in after)]:
        was, now = before.get(key), after.get(key)
        if _figure(was) != _figure(now):
            because = _why(was, now, said_by)
            yield Change(incident=new.id, about=key, before=_figure(was), after=_figure(now), because=because)


def _figure(range_: Range | None) -> str:
    return figure(range_.min, range_.max) if range_ else NOTHING


def _why(was: Range | None, now: Range | None, said_by: Mapping[str, str | None]) -> str:
    """Return the reasons that the new range gives for the ends that moved, each with the source that reports it."""
    if now is None:
        return "no report in this incident counts it now"
    moved = {"min"} if was is None or was.min != now.min else set()
    moved |= {"max"} if was is None or was.max != now.max else set()
    steps = [step for step in now.trace if step.end in moved]
    told = [(without_claim_ids(step.because).rstrip("."), said_by.get(step.claim or "")) for step in steps]
    reasons = [f"{because}, reported by {source}" if because and source else because for because, source in told]
    return "; ".join(dict.fromkeys(reasons))


def _place(incident: Incident) -> str:
    if incident.where is None:
        return NOTHING
    radius = incident.where.radius_m
    return f"{incident.where.name} ({radius / 1000:.0f} km)" if radius else incident.where.name


def _verdict(words: Callable[[Incident], tuple[str, str]], incident: Incident) -> str:
    try:
        return words(incident)[0]
    except KeyError:
        return NOTHING


def _reason(incident: Incident, which: str) -> str:
    """Return the first reason that the case's own rules give for the attribution ("a") or the grade ("g")."""
    named = {reason for assessment in incident.assessments for reason in assessment.attribution_because}
    reasons = [reason for reason in incident.because if (reason in named) == (which == "a")]
    told = [without_claim_ids(reason).rstrip(".").removeprefix("claim: ") for reason in reasons]
    return next((words for words in told if words.casefold() not in ("", "claim")), "")


def _parties(parties: tuple[PartySupport, ...]) -> str:
    return ", ".join(party.name for party in parties) or NOTHING


def _struck(incident: Incident) -> str:
    """Return those whom the account names as struck, and not every word that a report has for them."""
    return ", ".join(sorted(party.name for party in named_as_struck(incident.targets))) or NOTHING


def _denials(incident: Incident) -> str:
    return ", ".join(sorted({who for p in incident.perpetrators for who in p.denied_by})) or NOTHING


def _names(incident: Incident) -> str:
    return ", ".join(silence.name for silence in incident.silences) or NOTHING


def _reports(old: Incident, new: Incident) -> str:
    added, gone = len(set(new.items) - set(old.items)), len(set(old.items) - set(new.items))
    told = [f"{added} more report{'s' if added != 1 else ''}"] if added else []
    told += [f"{gone} report{'s' if gone != 1 else ''} fewer"] if gone else []
    return "; ".join(told)
