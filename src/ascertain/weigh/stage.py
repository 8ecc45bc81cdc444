"""Weigh: what follows from an incident's claims, with a reason that an opponent can check."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from ascertain.engine.beside import in_parts
from ascertain.engine.interface import Engine
from ascertain.knowledge import Knowledge
from ascertain.model import (
    Assessment,
    Claim,
    Derivation,
    Edge,
    Incident,
    Item,
    Misused,
    Reading,
    Settings,
)
from ascertain.plugins import find
from ascertain.storage.memory import Memory
from ascertain.storage.records import decode, digest_of_record, encode_as_it_is
from ascertain.weigh.beside import told_and_beside
from ascertain.weigh.contradictions import contradictions_in
from ascertain.weigh.evidence import Actors, Evidence, gather
from ascertain.weigh.figures import figures_of, standing_of
from ascertain.weigh.parties import likely_doers, parties_in
from ascertain.weigh.questions import questions_on
from ascertain.weigh.silences import silences_in

_PART = 250, 2_000  # incidents that are weighed at a time, at least and at most


def weigh_all(
    incidents: Sequence[Incident],
    readings: Mapping[str, Reading],
    items: Sequence[Item],
    derivation: Derivation,
    knowledge: Knowledge,
    settings: Settings,
    memory: Memory | None = None,
    engine: Engine | None = None,
) -> Iterable[Incident]:
    """Return the incidents weighed, in the order given; the derivation is gone through once for all of them.

    Each is weighed by itself, on `engine` where there is one, and then as it is asked for. An incident whose claims,
    items, origins and edges are those of an earlier run is taken from `memory`.
    """
    by_id = {item.id: item for item in items}
    claims = {claim.id: claim for reading in readings.values() for claim in reading.claims}
    origin_of = {claim: origin for origin in derivation.origins for claim in origin.claims}
    published_by: dict[str, set[str]] = defaultdict(set)
    for origin in derivation.origins:
        for item in origin.published:
            published_by[item].add(origin.id)
    edges_of: dict[str, list[Edge]] = defaultdict(list)
    for edge in derivation.edges:
        edges_of[edge.taker].append(edge)
    actors = Actors((actor.id, actor) for actor in knowledge.actors)

    def evidence_on(incident: Incident) -> Evidence:
        own = [claims[key] for key in incident.claims]
        cut: dict[str, list[str]] = defaultdict(list)  # an origin may have a large part of the collection
        for claim in own:
            cut[origin_of[claim.id].id].append(claim.id)
        origins = {
            key: msgspec.structs.replace(
                origin_of[mine[0]],
                claims=tuple(mine),
                published=tuple(item for item in incident.items if key in published_by.get(item, ())),
            )
            for key, mine in cut.items()
        }
        edges = [edge for key in (*incident.items, *incident.claims) for edge in edges_of.get(key, ())]
        return gather(incident, own, by_id, [origins[key] for key in sorted(origins)], edges, actors)

    def weighed(part: Sequence[Incident]) -> list[bytes]:
        return [encode_as_it_is(_weighed(evidence_on(incident), knowledge, settings)) for incident in part]

    if memory is None and engine is not None:  # in bytes: what comes out of a pipe is then what one process makes
        return (decode(one, Incident) for part in in_parts(engine, weighed, incidents, *_PART) for one in part)
    if memory is None:
        return [_weighed(evidence_on(incident), knowledge, settings) for incident in incidents]
    evidence = {incident.id: evidence_on(incident) for incident in incidents}
    manner = digest_of_record((knowledge.digest, settings))
    item_keys = {item.id: digest_of_record(item) for item in items}
    claim_keys = {id: digest_of_record(claim) for id, claim in claims.items()}
    keys = {id: _key(one, manner, item_keys, claim_keys) for id, one in evidence.items()}
    made = memory.recall("weigh", keys, lambda id: _weighed(evidence[id], knowledge, settings), Incident)
    return [made[incident.id] for incident in incidents]


def _key(evidence: Evidence, manner: str, item_keys: Mapping[str, str], claim_keys: Mapping[str, str]) -> str:
    """Return the digest of all that an incident is weighed by."""
    return digest_of_record((
        manner, evidence.incident, [item_keys[item] for item in sorted(evidence.items)],
        [claim_keys[claim.id] for claim in evidence.claims], evidence.origins, evidence.edges,
    ))  # fmt: skip


def weigh(
    incident: Incident,
    claims: Sequence[Claim],
    items: Mapping[str, Item],
    derivation: Derivation,
    knowledge: Knowledge,
    settings: Settings,
) -> Incident:
    """Return one incident weighed; for many use `weigh_all`, which goes through the derivation only once."""
    kept = {claim.id for claim in claims}
    origins = [origin for origin in derivation.origins if kept & set(origin.claims)]
    actors = Actors((actor.id, actor) for actor in knowledge.actors)
    return _weighed(gather(incident, claims, items, origins, derivation.edges, actors), knowledge, settings)


def _weighed(evidence: Evidence, knowledge: Knowledge, settings: Settings) -> Incident:
    incident = msgspec.structs.replace(
        evidence.incident,
        perpetrators=parties_in(evidence, "perpetrators"),
        targets=parties_in(evidence, "targets"),
        edges=evidence.edges,
    )
    told, beside = told_and_beside(evidence, incident.perpetrators)
    incident = msgspec.structs.replace(incident, origins=told, beside=beside)
    assessments = tuple(
        rule_set.assess(incident, evidence.claims, evidence.origins, evidence.items) for rule_set in rule_sets()
    )
    own = chosen(assessments, settings.rule_set)
    figures = standing_of(figures_of(evidence))
    contradictions = contradictions_in(evidence, figures)
    return msgspec.structs.replace(
        incident,
        perpetrators=likely_doers(incident.perpetrators),
        counts=own.counts,
        attribution=own.attribution,
        grade=own.grade,
        because=(*own.attribution_because, *own.because),
        contradictions=contradictions,
        silences=silences_in(evidence),
        questions=questions_on(evidence, contradictions, incident, knowledge.areas),
        assessments=assessments,
    )


def rule_sets() -> tuple[Any, ...]:
    """Return every rule set that is found: a file in `rule_sets/` or an entry point `ascertain.rule_sets` is one."""
    return find("ascertain.weigh.rule_sets", "rule_set")


def chosen(assessments: Sequence[Assessment], name: str) -> Assessment:
    """Return the answer of the case's own rule set; raises Misused where there is none of that name."""
    for assessment in assessments:
        if assessment.rule_set == name:
            return assessment
    known = ", ".join(assessment.rule_set for assessment in assessments)
    raise Misused(f"no rule set is called {name!r}", item="rule_set", remedy=f"use one of: {known}")
