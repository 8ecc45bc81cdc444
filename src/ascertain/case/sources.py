"""Who published a case's items, with what the desk knows of them."""

from collections.abc import Iterable, Sequence

from ascertain.knowledge import Knowledge
from ascertain.model import Item, Source, content_id
from ascertain.text.fold import fold


def sources_of(items: Sequence[Item], knowledge: Knowledge) -> tuple[Source, ...]:
    """Return one source for each name that items were published under, known ones with their interests, by id."""
    known = {fold(name): source for source in knowledge.sources for name in _names(source)}
    found: dict[str, Source] = {}
    for name in sorted({item.source for item in items if item.source}):
        source = known.get(fold(name)) or Source(
            id=content_id("source", name), name=name, because="nothing is known of it: it can't be judged"
        )
        if name not in _names(source):
            source = _with_account(source, name)
        earlier = found.get(source.id)
        found[source.id] = _with_account(earlier, name) if earlier else source
    return tuple(found[id] for id in sorted(found))


def _names(source: Source) -> Iterable[str]:
    return (source.name, *source.accounts, *getattr(source, "aliases", ()))


def _with_account(source: Source, name: str) -> Source:
    from msgspec.structs import replace

    if name in _names(source):
        return source
    return replace(source, accounts=(*source.accounts, name))
