"""All pages of the site, as text by file name."""

from collections.abc import Sequence

from ascertain.model import Place
from ascertain.publish.evidence import Evidence
from ascertain.publish.gate import Gated
from ascertain.publish.site.assets import read_asset
from ascertain.publish.site.environment import environment
from ascertain.publish.site.incident_page import incident_page
from ascertain.publish.site.index_page import index_page, method_page, sources_page
from ascertain.publish.site.item_view import item_page
from ascertain.publish.site.shared import Context, Site
from ascertain.publish.telling.scene import Account


def build_site(
    gated: Gated, evidence: Evidence, accounts: dict[str, Account], *, draft: bool, towns: Sequence[Place]
) -> dict[str, str]:
    """Return every page and the style sheet, by the name of its file."""
    site = Site.of(gated.dossier, evidence, accounts, reviewed=gated.reviewed, draft=draft, towns=towns)
    files = {
        "index.html": _render("index.html", index_page(site)),
        "sources.html": _render("sources.html", sources_page(site)),
        "method.html": _render("method.html", method_page(site)),
        "assets/site.css": read_asset("site.css"),
    }
    for incident in gated.dossier.incidents:
        name = f"incidents/{site.incident_pages[incident.id]}.html"
        files[name] = _render("incident.html", incident_page(incident, site))
    for item in gated.dossier.items:
        files[f"items/{site.item_pages[item.id]}.html"] = _render("item.html", item_page(item, site))
    return files


def _render(template: str, context: Context) -> str:
    return environment().get_template(template).render(context)
