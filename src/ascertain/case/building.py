"""The eight stages over one case, each remembered, each counted."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from ascertain.case.ahead import FEW, ReadingAhead
from ascertain.case.asking import Model
from ascertain.case.attaching import attached
from ascertain.case.collecting import Collecting, Evidence
from ascertain.case.fingerprint import code_digest
from ascertain.case.progress import Progress
from ascertain.case.reasoning import MANY, reason
from ascertain.case.recapturing import keep_recaptures
from ascertain.case.results import StageRow
from ascertain.case.sources import sources_of
from ascertain.engine.interface import Engine
from ascertain.knowledge import Knowledge
from ascertain.model import Decision, Derivation, Dossier, Incident, Item, Reading, Settings
from ascertain.relate.recaptures import find_recaptures
from ascertain.resolve.collection import settle, with_zone
from ascertain.storage import Query, key_of
from ascertain.storage.interface import Store
from ascertain.storage.memory import Memory
from ascertain.storage.records import digest_of_record

if TYPE_CHECKING:
    from ascertain.extract.interface import Extractor

_BATCH = 256


@dataclass(frozen=True)
class Making:
    """What a build is made with; the same making of the same evidence gives the same records.

    `decisions` are those in force, as they were entered; `model` the language model that the settings name, if any.
    """

    settings: Settings
    knowledge: Knowledge
    decisions: tuple[Decision, ...]
    model: Model | None = None

    @property
    def reading_key(self) -> str:
        """The digest of what, besides the item, decides how it is read."""
        how = (self.settings.time_zone, self.settings.languages, self.settings.countries)
        return key_of(code_digest(), self.knowledge.digest, how)


def build(
    collecting: Collecting,
    store: Store,
    making: Making,
    engine: Engine,
    progress: Progress,
    memory: Memory,
    ahead: ReadingAhead | None = None,
) -> tuple[Dossier, tuple[StageRow, ...], tuple[str, ...]]:
    """Run collect to weigh, keep every record in the store, and return the dossier, each stage's count and orphans.

    Orphans are decisions, in words, whose own words are nowhere any more. `memory` holds what earlier runs made; with
    one that holds nothing the same records come out. `ahead` reads what is new where that is little.
    """
    evidence = collecting.run(progress, making.decisions)
    readings, fresh = _read(evidence.items, store, making, engine, progress, memory, ahead)
    making = replace(making, settings=with_zone(making.settings, readings.values(), making.knowledge))
    readings = settle(evidence.items, readings, making.settings)
    titles = {item.id: item.title or "" for item in (*evidence.items, *evidence.excluded)}
    heeded, _ = attached(making.decisions, readings.values(), titles)
    derivation, incidents = _reasoned(evidence.items, readings, store, making, heeded, memory, engine)
    decisions, orphaned = attached(making.decisions, readings.values(), titles, incidents)
    recaptures = find_recaptures(evidence.items, readings, evidence.captures)
    _keep(store, evidence.items, readings, incidents)
    keep_recaptures(store, recaptures)
    skipped = (
        *evidence.skipped,
        *evidence.unsealed,
        *(reading.skipped for reading in readings.values() if reading.skipped),
        *(refusal for reading in readings.values() for refusal in reading.refusals),
    )
    dossier = Dossier(
        settings=making.settings,
        items=evidence.items,
        captures=evidence.captures,
        readings=tuple(readings[item.id] for item in evidence.items),
        derivation=derivation,
        recaptures=recaptures,
        incidents=tuple(incidents),
        sources=sources_of(evidence.items, making.knowledge),
        areas=making.knowledge.areas,
        decisions=decisions,
        skipped=skipped,
    )
    return dossier, _rows(evidence, readings, fresh, derivation, incidents), orphaned


def _read(
    items: Sequence[Item],
    store: Store,
    making: Making,
    engine: Engine,
    progress: Progress,
    memory: Memory,
    ahead: ReadingAhead | None,
) -> tuple[dict[str, Reading], int]:
    """Extract and resolve what was not read yet, in batches that each last; return all, and how many are new."""
    model = making.model
    besides = (model.extractor(items, progress),) if model is not None else ()
    keys = {item.id: key_of(item, making.reading_key, *((model.key(item),) if model else ())) for item in items}
    known = store.keys("resolve")
    fresh = [item for item in items if known.get(item.id) != keys[item.id]]
    read_ahead = ahead is not None and 0 < len(fresh) < FEW and not besides
    if ahead is not None and read_ahead:
        ahead.ask(fresh, making.settings, making.knowledge.digest)
        from ascertain.publish.stage import be_ready

        be_ready(memory if len(items) < MANY else None)  # there is time now to load what will be needed
    # Meanwhile, too, what was read before is taken from the store.
    new = {item.id for item in fresh}
    before = list(store.read(Query(stage="resolve", ids=tuple(id for id in keys if id not in new)), Reading))
    made = _readings(fresh, making, engine, besides, ahead if read_ahead else None)
    for batch in _batches(progress.follow("extract", made, total=len(fresh))):
        with store.unit_of_work() as work:
            for reading in batch:
                work.put("resolve", reading.item, keys[reading.item], reading)
                for claim in reading.claims:
                    work.index("claim", claim.id, claim.quote.text)
    with store.unit_of_work() as work:
        work.keep_only("resolve", keys)
    read = (*before, *store.read(Query(stage="resolve", ids=tuple(sorted(new))), Reading))
    return {reading.item: reading for reading in sorted(read, key=lambda reading: reading.item)}, len(fresh)


def _readings(
    fresh: Sequence[Item],
    making: Making,
    engine: Engine,
    besides: "Sequence[Extractor]",
    ahead: ReadingAhead | None,
) -> Iterable[Reading]:
    if not fresh:
        return ()
    if ahead is not None and (readings := ahead.readings()) is not None:
        return readings
    from ascertain.case.reading import reader, without_parsed  # the reader takes long to load, and is seldom needed

    read = reader(making.knowledge, making.settings, besides, few=len(fresh) < FEW)
    return (without_parsed(one) for one in engine.map(read, fresh))


def _batches(made: Iterable[Reading]) -> Iterator[list[Reading]]:
    waiting = iter(made)
    while batch := list(islice(waiting, _BATCH)):
        yield batch


def _reasoned(
    items: Sequence[Item],
    readings: dict[str, Reading],
    store: Store,
    making: Making,
    decisions: Sequence[Decision],
    memory: Memory,
    engine: Engine,
) -> tuple[Derivation, Sequence[Incident]]:
    """Relate, group and weigh, as far as items, readings, decisions or program are not those of the last run.

    `decisions` are on items and claims; those on incidents wait until there are any.
    """
    taken = [(decision.verb, decision.about, decision.detail) for decision in decisions]
    key = digest_of_record((sorted(store.keys("resolve").items()), making.reading_key, making.settings, taken))
    knowledge, settings = making.knowledge, making.settings
    derivation, incidents = reason(
        items, readings, knowledge, settings, decisions, memory=memory, key=key, engine=engine
    )
    return derivation, list(incidents)


def _keep(store: Store, items: Sequence[Item], readings: dict[str, Reading], incidents: Sequence[Incident]) -> None:
    """Keep items and incidents under their ids and make their words searchable."""
    known, known_incidents = store.keys("collect-item"), store.keys("incident")
    with store.unit_of_work() as work:
        for item in items:
            key = key_of(item)
            if known.get(item.id) != key:
                work.put("collect-item", item.id, key, item)
                work.index("item", item.id, "\n".join(filter(None, (item.title, item.source, item.text))))
        work.keep_only("collect-item", (item.id for item in items))
        work.unindex("item", (item.id for item in items))
        work.unindex("claim", (claim.id for reading in readings.values() for claim in reading.claims))
        for incident in incidents:
            key = digest_of_record(incident)
            if known_incidents.get(incident.id) != key:
                work.put("incident", incident.id, key, incident)
                work.index("incident", incident.id, incident.title)
        work.keep_only("incident", (incident.id for incident in incidents))
        work.unindex("incident", (incident.id for incident in incidents))


def _rows(
    evidence: Evidence, readings: dict[str, Reading], fresh: int, derivation: Derivation, incidents: Sequence[Incident]
) -> tuple[StageRow, ...]:
    items, unread = len(evidence.items), sum(1 for reading in readings.values() if reading.skipped)
    claims = sum(len(reading.claims) for reading in readings.values())
    traced = sum(len(origin.claims) for origin in derivation.origins)
    placed = sum(len(incident.claims) for incident in incidents)
    left_out, captures = len(evidence.skipped), len(evidence.captures)
    return (
        # A file may hold many reports, so what is counted is each report, or what took the place of one.
        StageRow(
            "collect", items + left_out, items, left_out, evidence.fresh, f"reports of {_many(evidence.files, 'file')}"
        ),
        StageRow("preserve", captures, captures - len(evidence.unsealed), len(evidence.unsealed), of="captures"),
        StageRow("extract", items, items - unread, unread, fresh, "reports"),
        StageRow("resolve", claims, claims, 0, of="claims"),
        StageRow("relate", claims, traced, claims - traced, of=f"claims of {_many(len(derivation.origins), 'origin')}"),
        StageRow("group", claims, placed, max(claims - placed, 0), of=f"claims of {_many(len(incidents), 'incident')}"),
        StageRow("weigh", len(incidents), len(incidents), 0, of="incidents"),
    )


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
