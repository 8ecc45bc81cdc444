"""With what."""

from ascertain.model.thing import Thing


class Equipment(Thing, frozen=True, kw_only=True):
    """A weapon, platform, vehicle or munition; `aliases` hold every spelling in every script."""

    id: str
    name: str
    category: str
    aliases: tuple[str, ...] = ()
