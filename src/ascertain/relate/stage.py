"""Relate: who got it from whom, and how many independent origins that leaves."""

from collections.abc import Mapping, Sequence

from ascertain.engine.beside import Beside
from ascertain.engine.interface import Engine
from ascertain.knowledge import Knowledge
from ascertain.model import Decision, Derivation, Edge, Item, Reading
from ascertain.relate.citations import find_citations
from ascertain.relate.collection import Collection
from ascertain.relate.copies import find_copies
from ascertain.relate.families import find_families
from ascertain.relate.forwards import find_forwards
from ascertain.relate.interface import Finder
from ascertain.relate.media import find_shared_media
from ascertain.relate.roots import Roots, origins_of
from ascertain.relate.translations import find_translations

FINDERS: tuple[Finder, ...] = (
    find_forwards,
    find_citations,
    find_copies,
    find_translations,
    find_shared_media,
    find_families,
)
_BESIDE_COPIES = [place for place, finder in enumerate(FINDERS) if finder is not find_copies]


def relate(
    items: Sequence[Item],
    readings: Mapping[str, Reading],
    knowledge: Knowledge,
    decisions: Sequence[Decision] = (),
    engine: Engine | None = None,
) -> Derivation:
    """Return the graph of derivation with its roots; every claim is in exactly one origin.

    `readings` are by item id, resolved. Of the decisions, `split_origin` (about an item or a claim) makes it an origin
    of its own, and `merge_origins` (about an item, `detail["with"]` another) joins two. Cost grows with the words that
    the items share, near n log n. Where `engine` has several processes, copies are looked for beside the other signs.
    """
    collection = Collection(items, readings, knowledge)
    others = Beside(engine, lambda: {place: list(FINDERS[place](collection)) for place in _BESIDE_COPIES})
    of_finder = {FINDERS.index(find_copies): list(find_copies(collection))} | others.result()
    found = {_key(edge): edge for place in sorted(of_finder) for edge in of_finder[place]}
    edges = [found[key] for key in sorted(found)]
    edges += [_split_edge(decision) for decision in decisions if decision.verb == "split_origin"]
    return Derivation(edges=tuple(edges), origins=origins_of(collection, Roots(collection, edges, decisions)))


def _key(edge: Edge) -> tuple[str, str, str]:
    return edge.taker, edge.giver, edge.kind


def _split_edge(decision: Decision) -> Edge:
    return Edge(
        taker=decision.about,
        giver="nobody",
        kind="split",
        because=f"kept apart by a person: {decision.because}",
        evidence=decision.words,
    )
