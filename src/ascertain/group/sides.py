"""As whom parties are known where sides are told apart."""

from collections.abc import Iterable

from ascertain.model import Party


def known_as(parties: Iterable[Party]) -> set[str]:
    """Return the ids of parties, of a state's forces its own as well: a strike "by Israel", soldiers of its army."""
    known = [party for party in parties if party.id]
    states = {(party.id or "").split(".")[0] for party in known if party.type == "military"}
    return {party.id or "" for party in known} | states
