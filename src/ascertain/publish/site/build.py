"""All pages of the site, by file name: those of incidents and items remembered as long as their slice is the same."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

from ascertain.engine.beside import Beside
from ascertain.engine.interface import Engine
from ascertain.model import Place
from ascertain.model.thing import Thing
from ascertain.publish.account import write_account
from ascertain.publish.evidence import Evidence
from ascertain.publish.gate import Gated
from ascertain.publish.languages import speaking, tongue_of
from ascertain.publish.languages.names import known_names, names_in, names_of_places
from ascertain.publish.site.assets import read_asset
from ascertain.publish.site.environment import environment
from ascertain.publish.site.figures.basemap import basemap
from ascertain.publish.site.incident_page import incident_page
from ascertain.publish.site.index_page import index_page, method_page, sources_page
from ascertain.publish.site.item_view import item_page
from ascertain.publish.site.shared import Context, Site
from ascertain.publish.site.slices import Slices
from ascertain.publish.writing import File, Kept, Words, digest_of_words, is_there
from ascertain.storage.memory import Memory


class Page(Thing, frozen=True, kw_only=True):
    """What is remembered of a page: the digest of its bytes, and how many sentences and citations its account has."""

    digest: str
    sentences: int = 0
    citations: int = 0


@dataclass(frozen=True)
class Built:
    """The site: the sentences and citations of all accounts, and its files.

    `made` are those that are made already; `waiting` give the others, which may still be in the making.
    """

    made: dict[str, File]
    waiting: tuple[Callable[[], dict[str, File]], ...]
    sentences: int
    citations: int

    @cached_property
    def files(self) -> dict[str, File]:
        """Every file of the site by its name; who asks waits until all are made."""
        files = dict(self.made)
        for others in self.waiting:
            files |= others()
        return files


def be_ready() -> None:
    """Load what pages are made with, so that nothing need wait for it later."""
    basemap()
    for name in ("incident.html", "item.html", "index.html", "sources.html", "method.html"):
        environment().get_template(name)


def build_site(
    gated: Gated,
    evidence: Evidence,
    *,
    draft: bool,
    towns: Sequence[Place],
    out: Path | None = None,
    memory: Memory | None = None,
    names: Sequence[tuple[str, ...]] = (),
    engine: Engine | None = None,
) -> Built:
    """Return every page and the style sheet.

    A page of an incident or item that lies under `out` as an earlier run of the same program made it from the same
    slice is kept, not made again. The pages about the whole are always made, beside the others where `engine` has
    several processes.
    """
    files: dict[str, File] = {"assets/site.css": Words(read_asset("site.css"))}
    site = Site.of(gated.dossier, evidence, {}, reviewed=gated.reviewed, draft=draft, towns=towns)
    pages: list[Page] = []
    waiting: list[Callable[[], dict[str, File]]] = []
    for code in site.editions:
        spoken = _spoken(site, code, names)
        edition, made, whole = _edition(spoken, gated, code, out=out, memory=memory or Memory(), engine=engine)
        files |= {f"{site.folder_of(code)}{name}": file for name, file in made.items()}
        pages += edition
        waiting.append(partial(_placed, whole, site.folder_of(code)))
    sentences, citations = sum(page.sentences for page in pages), sum(page.citations for page in pages)
    return Built(files, tuple(waiting), sentences, citations)


def _placed(whole: Beside[dict[str, str]], folder: str) -> dict[str, File]:
    """Return the pages about the whole, once they are made, under their names in the site."""
    return {f"{folder}{name}": Words(words) for name, words in whole.result().items()}


def _spoken(site: Site, code: str, names: Sequence[tuple[str, ...]]) -> Site:
    spoken = tongue_of(code)
    places = [incident.where for incident in site.dossier.incidents if incident.where is not None]
    written = names_of_places(spoken, site.evidence, places)
    return replace(site, language=code, names=known_names(spoken, names), place_names=written)


def _names(site: Site) -> Mapping[str, str]:
    """Return the names of an edition or of one page of it: what a pack has comes before what reports write."""
    return names_in(site.tongue, site.evidence, site.dossier.areas, {**site.place_names, **site.names})


def _edition(
    site: Site, gated: Gated, code: str, *, out: Path | None, memory: Memory, engine: Engine | None
) -> tuple[list[Page], dict[str, File], Beside[dict[str, str]]]:
    """Return the pages of the edition in one language, their files by name, and what makes those about the whole."""

    def about_the_whole() -> dict[str, str]:
        with speaking(code, _names(site)):
            return {
                "index.html": _render("index.html", index_page(site)),
                "sources.html": _render("sources.html", sources_page(site)),
                "method.html": _render("method.html", method_page(site)),
            }

    whole = Beside(engine, about_the_whole)
    slices = Slices(site, gated.keys)
    incidents = {f"incidents/{site.incident_pages[one.id]}.html": one for one in gated.dossier.incidents}
    items = {f"items/{site.item_pages[one.id]}.html": one for one in gated.dossier.items}
    keys = {name: slices.incident_key(one) for name, one in incidents.items()}
    keys |= {name: slices.item_key(one) for name, one in items.items()}

    def make(name: str) -> tuple[str, Page]:
        own = slices.item(items[name]) if name in items else slices.incident(incidents[name])
        with speaking(code, _names(own)):
            return made_from(name, own)

    def made_from(name: str, own: Site) -> tuple[str, Page]:
        if name in items:
            item = items[name]
            words = _render("item.html", item_page(item, own))
            return words, Page(digest=digest_of_words(words))
        incident = incidents[name]
        account = write_account(incident, own.dossier, own.evidence)
        own.accounts[incident.id] = account
        words = _render("incident.html", incident_page(incident, own))
        sentences = list(account.sentences)
        cited = sum(len(sentence.citations) for sentence in sentences)
        return words, Page(digest=digest_of_words(words), sentences=len(sentences), citations=cited)

    kind = f"{'draft pages' if site.draft else 'pages'} {code}"
    under = out / site.folder_of(code) if out is not None else None
    pages, made = _pages(keys, make, kind, under, memory)
    return list(pages.values()), made, whole


def _pages(
    keys: Mapping[str, str], make: Callable[[str], tuple[str, Page]], kind: str, out: Path | None, memory: Memory
) -> tuple[dict[str, Page], dict[str, File]]:
    """Return each page and its file: its words where it was made, else a note that it lies there already."""
    files: dict[str, File] = {}

    def made(name: str) -> Page:
        words, page = make(name)
        files[name] = Words(words)
        return page

    pages = memory.recall(kind, keys, made, Page)
    for name, page in pages.items():
        if name not in files and out is not None and is_there(out / name, page.digest):
            files[name] = Kept(page.digest)
        elif name not in files:
            made(name)
    return pages, {name: files[name] for name in keys}


def _render(template: str, context: Context) -> str:
    return environment().get_template(template).render(context)
