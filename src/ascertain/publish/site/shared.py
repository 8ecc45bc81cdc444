"""What all pages share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from ascertain.model import Dossier, Edge, Item, Place, Recapture
from ascertain.publish import phrases
from ascertain.publish.evidence import Evidence
from ascertain.publish.languages import Tongue, tongue, tongue_of
from ascertain.publish.site.links import anchor, page_names
from ascertain.publish.telling.scene import Account
from ascertain.publish.telling.speakers import named, source_name
from ascertain.publish.wording import (
    instant_words,
    parse_instant,
    zone_label,
)

Context = dict[str, Any]


@dataclass(frozen=True)
class Site:
    """What all pages share; `is_unchecked` tells that nobody has reviewed any incident.

    `language` is that of the edition, `names` those that the packs know in it, `place_names` those of
    incidents' places as reports in it write them.
    """

    dossier: Dossier
    evidence: Evidence
    accounts: dict[str, Account]
    reviewed: frozenset[str]
    draft: bool
    towns: tuple[Place, ...]
    is_unchecked: bool
    incident_pages: dict[str, str]
    item_pages: dict[str, str]
    language: str = "en"
    names: Mapping[str, str] = field(default_factory=dict)
    place_names: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        dossier: Dossier,
        evidence: Evidence,
        accounts: dict[str, Account],
        *,
        reviewed: frozenset[str],
        draft: bool,
        towns: Sequence[Place],
    ) -> "Site":
        """Name every page."""
        incidents = page_names(incident.id for incident in dossier.incidents)
        is_unchecked = not any(incident.id in reviewed for incident in dossier.incidents)
        return cls(
            dossier, evidence, accounts, reviewed, draft, tuple(towns), is_unchecked, incidents,
            page_names(evidence.items),
        )  # fmt: skip

    @property
    def zone(self) -> str:
        """The case's time zone."""
        return self.dossier.settings.zone

    @property
    def editions(self) -> tuple[str, ...]:
        """The languages of the publication, the one of the pages at its root first."""
        return tuple(dict.fromkeys(self.dossier.settings.dossier_languages)) or ("en",)

    @property
    def tongue(self) -> Tongue:
        """The language of this edition."""
        return tongue_of(self.language)

    @property
    def title(self) -> str:
        """The title of the case in this edition."""
        return self.dossier.settings.titles.get(self.language, self.dossier.settings.title)

    def folder_of(self, code: str) -> str:
        """Return the folder of an edition, with a slash; the first one's is the root of the publication."""
        return "" if code == self.editions[0] else f"{code}/"

    @cached_property
    def picture_edges(self) -> dict[str, list[Edge]]:
        """The edges between each report and those that share a picture with it."""
        found: dict[str, list[Edge]] = {}
        for edge in self.dossier.derivation.edges:
            for item in {edge.taker, edge.giver} if edge.kind == "same_media" else ():
                found.setdefault(item, []).append(edge)
        return found

    @cached_property
    def recaptures(self) -> dict[str, list[Recapture]]:
        """The comparisons of captures of one address that each report is on either side of."""
        found: dict[str, list[Recapture]] = {}
        for one in self.dossier.recaptures:
            for item in dict.fromkeys((one.earlier_item, one.later_item)):
                if item:
                    found.setdefault(item, []).append(one)
        return found

    def common(self, root: str, page: str) -> Context:
        """Return what every template needs; `root` leads to the folder of the index, `page` is the file in it."""
        settings = self.dossier.settings
        top = root + ("../" if self.folder_of(self.language) else "")
        others = [
            {"code": code, "name": tongue_of(code).name, "direction": tongue_of(code).direction,
             "href": f"{top}{self.folder_of(code)}{page}"}
            for code in self.editions if code != self.language
        ]  # fmt: skip
        return {
            "root": root,
            "top": top,
            "spoken": self.tongue,
            "others": others,
            "page": page,
            "case": self.title,
            "draft": self.draft,
            "unchecked": self.is_unchecked,
            "reconstruction": settings.reconstruction,
            "zone": zone_label(settings.zone),
            "phrases": phrases,
        }

    def item_href(self, item_id: str, claim: str | None = None, root: str = "../") -> str:
        """Return the address of an item's page, at a claim of it."""
        return f"{root}items/{self.item_pages[item_id]}.html" + (f"#{anchor(claim)}" if claim else "")

    def source(self, item_id: str) -> str:
        """Return the name of an item's source for a reader."""
        return named(source_name(self.evidence.items[item_id], self.evidence))


def said_words(item: Item, site: Site) -> str:
    """Return when an item was published."""
    return instant_words(item.published_at, site.zone) if item.published_at else tongue().say("date not known")


def taken_words(item: Item, site: Site) -> str:
    """Return when the capture says that it was taken."""
    if not item.collected_at:
        return tongue().say("the capture doesn't say when it was taken")
    return tongue().say("taken {when}", when=instant_words(item.collected_at, site.zone))


def span_of(start: str | None, end: str | None) -> tuple[datetime, datetime] | None:
    """Return both ends of a stretch of time, or None where one is open."""
    if start and end:
        return parse_instant(start), parse_instant(end)
    return None


def said_span(item: Item) -> tuple[datetime, datetime] | None:
    """Return when an item was published: a plain day is a whole day long."""
    if not item.published_at:
        return None
    start = parse_instant(item.published_at)
    return start, start if "T" in item.published_at else start + timedelta(days=1)


def item_line(item: Item, site: Site, root: str) -> Context:
    """Return what a list of items shows of one."""
    return {
        "href": site.item_href(item.id, root=root),
        "source": site.source(item.id),
        "said": said_words(item, site),
        "title": named(item.title or ""),
        "lang": item.lang or "",
    }
