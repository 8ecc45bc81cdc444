"""As whom parties are known where sides are told apart."""

from collections.abc import Iterable

from ascertain.model import Party

_CODE = 2  # letters of a state's code (ISO 3166 alpha-2), as which it is known itself


def known_as(parties: Iterable[Party]) -> set[str]:
    """Return the ids of parties, of a state's forces its own as well: a strike "by Israel", soldiers of its army."""
    known = [party for party in parties if party.id]
    owners = {(party.id or "").split(".")[0] for party in known if party.type == "military"}
    states = {owner for owner in owners if len(owner) == _CODE}  # and not what several have in common: "the army"
    return {party.id or "" for party in known} | states
