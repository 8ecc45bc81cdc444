"""Who publishes."""

from ascertain.model.thing import Thing


class Source(Thing, frozen=True, kw_only=True):
    """An account, outlet or office; `aliases` are its other names, in every script.

    `side` is the id of the party to the conflict that it speaks for, where it has one; `reliability` is an
    Admiralty letter, A to F, where F means that it can't be judged (NATO AJP-2.1), and `because` says why.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    publisher: str | None = None
    network: str | None = None
    side: str | None = None
    role: str | None = None
    reliability: str = "F"
    because: str = ""
