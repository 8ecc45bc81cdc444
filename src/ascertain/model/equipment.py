"""With what."""

from ascertain.model.thing import Thing


class Equipment(Thing, frozen=True, kw_only=True):
    """A weapon, platform, vehicle or munition."""

    id: str
    name: str
    category: str
