"""All that is published of a case."""

from ascertain.model.capture import SealedCapture
from ascertain.model.decision import Decision
from ascertain.model.incident import Incident
from ascertain.model.item import Item
from ascertain.model.origin import Derivation
from ascertain.model.place import Area
from ascertain.model.reading import Reading
from ascertain.model.recapture import Recapture
from ascertain.model.settings import Settings
from ascertain.model.skipped import Skipped
from ascertain.model.source import Source
from ascertain.model.thing import Thing


class Change(Thing, frozen=True, kw_only=True):
    """One difference between two versions of an account, for a reader: `killed: 6 → 6 to 8, because ...`."""

    incident: str
    about: str
    before: str
    after: str
    because: str = ""


class Version(Thing, frozen=True, kw_only=True):
    """A published state of the account: `number` from 1, `digest` of its records, what changed since the last."""

    number: int
    digest: str
    items: int
    incidents: tuple[Incident, ...] = ()
    changes: tuple[Change, ...] = ()


class Dossier(Thing, frozen=True, kw_only=True):
    """What exporters are given: the case as it stands, in canonical order.

    Items, readings and captures are in order of item id; incidents by when they happened, then id. Exporters write
    bytes that depend on nothing else (no clock, locale or hash order).
    """

    settings: Settings
    items: tuple[Item, ...] = ()
    captures: tuple[SealedCapture, ...] = ()
    readings: tuple[Reading, ...] = ()
    derivation: Derivation = Derivation()
    recaptures: tuple[Recapture, ...] = ()
    incidents: tuple[Incident, ...] = ()
    sources: tuple[Source, ...] = ()
    areas: tuple[Area, ...] = ()
    decisions: tuple[Decision, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    versions: tuple[Version, ...] = ()
    checkpoint: str = ""
