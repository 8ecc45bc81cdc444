"""All pages of the site, by file name: those of incidents and items remembered as long as their slice is the same."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ascertain.model import Place
from ascertain.model.thing import Thing
from ascertain.publish.account import write_account
from ascertain.publish.evidence import Evidence
from ascertain.publish.gate import Gated
from ascertain.publish.site.assets import read_asset
from ascertain.publish.site.environment import environment
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
    """Every file of the site by its name, and the sentences and citations of all accounts."""

    files: dict[str, File]
    sentences: int
    citations: int


def build_site(
    gated: Gated,
    evidence: Evidence,
    *,
    draft: bool,
    towns: Sequence[Place],
    out: Path | None = None,
    memory: Memory | None = None,
) -> Built:
    """Return every page and the style sheet.

    A page of an incident or item that lies under `out` as an earlier run of the same program made it from the same
    slice is kept, not made again. The pages about the whole are always made.
    """
    site = Site.of(gated.dossier, evidence, {}, reviewed=gated.reviewed, draft=draft, towns=towns)
    files: dict[str, File] = {
        "index.html": Words(_render("index.html", index_page(site))),
        "sources.html": Words(_render("sources.html", sources_page(site))),
        "method.html": Words(_render("method.html", method_page(site))),
        "assets/site.css": Words(read_asset("site.css")),
    }
    slices = Slices(site, gated.keys)
    incidents = {f"incidents/{site.incident_pages[one.id]}.html": one for one in gated.dossier.incidents}
    items = {f"items/{site.item_pages[one.id]}.html": one for one in gated.dossier.items}
    keys = {name: slices.incident_key(one) for name, one in incidents.items()}
    keys |= {name: slices.item_key(one) for name, one in items.items()}

    def make(name: str) -> tuple[str, Page]:
        if name in items:
            item = items[name]
            words = _render("item.html", item_page(item, slices.item(item)))
            return words, Page(digest=digest_of_words(words))
        incident = incidents[name]
        own = slices.incident(incident)
        account = write_account(incident, own.dossier, own.evidence)
        own.accounts[incident.id] = account
        words = _render("incident.html", incident_page(incident, own))
        sentences = list(account.sentences)
        cited = sum(len(sentence.citations) for sentence in sentences)
        return words, Page(digest=digest_of_words(words), sentences=len(sentences), citations=cited)

    pages, made = _pages(keys, make, "draft pages" if draft else "pages", out, memory or Memory())
    files |= made
    return Built(files, sum(page.sentences for page in pages.values()), sum(page.citations for page in pages.values()))


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
