"""What the index, the sources and the method show."""

from collections.abc import Sequence
from typing import Any

from ascertain.model import Incident, Item
from ascertain.publish.languages import tongue
from ascertain.publish.site.assessment_view import version_view
from ascertain.publish.site.facts import headline_figures
from ascertain.publish.site.figures.map import Spot, draw_map, legend
from ascertain.publish.site.figures.timeline import Row, draw_timeline
from ascertain.publish.site.shared import Context, Site, item_line, said_span, span_of
from ascertain.publish.telling.kinds import event_label
from ascertain.publish.telling.speakers import named
from ascertain.publish.telling.titles import title_words
from ascertain.publish.wording import (
    count_words,
    sentence_case,
    when_words,
    where_words,
    with_article,
    zone_label,
)

_MOST_CARDS = 5


def index_page(site: Site) -> Context:
    """Return what the index shows."""
    dossier = site.dossier
    main = _main_incidents(dossier.incidents)
    cards = [_card(incident, site) | {"main": incident.id in main} for incident in dossier.incidents]
    spots = [
        Spot(i.where, named(title_words(i, site.zone)), "event", f"incidents/{site.incident_pages[i.id]}.html")
        for i in dossier.incidents
        if i.where
    ]
    areas = [area for area in dossier.areas if area.kind == "zone"]
    used = {item for incident in dossier.incidents for item in incident.items}
    return site.common("", "index.html") | {
        "title": site.title,
        "summary": dossier.settings.summaries.get(site.language, dossier.settings.summary),
        "cards": cards,
        "map": draw_map(spots, areas, site.towns, tongue().say("Map of all incidents")),
        "legend": legend(spots, areas),
        "timeline": _index_timeline(site),
        "skipped": dossier.skipped,
        "versions": [version_view(version) for version in reversed(dossier.versions)],
        "items": [item_line(item, site, "") for item in dossier.items if item.id in used],
        "other_items": [item_line(item, site, "") for item in dossier.items if item.id not in used],
        "sources": _source_rows(site)[0],
    }


def _main_incidents(incidents: Sequence[Incident]) -> set[str]:
    """Return the incidents that get a card of their own.

    All where they are few, but for what is told in passing by reports of another; else those that most origins tell.
    """
    beside = _told_beside(incidents)
    told = [incident for incident in incidents if incident.id not in beside]
    if len(told) <= _MOST_CARDS:
        return {incident.id for incident in told}
    ranked = sorted(told, key=lambda incident: (-len(incident.origins), -len(incident.items), incident.id))
    return {incident.id for incident in ranked[:_MOST_CARDS] if len(incident.origins) > 1} or {ranked[0].id}


def _told_beside(incidents: Sequence[Incident]) -> set[str]:
    """Return the incidents of which all reports tell of another, which more reports tell of."""
    told_by: dict[str, list[frozenset[str]]] = {}
    reports = {incident.id: frozenset(incident.items) for incident in incidents}
    for incident in incidents:
        for item in incident.items:
            told_by.setdefault(item, []).append(reports[incident.id])
    return {
        incident.id
        for incident in incidents
        if any(reports[incident.id] < others for item in incident.items[:1] for others in told_by[item])
    }


def _card(incident: Incident, site: Site) -> Context:
    reports, origins = (
        count_words(len(incident.items), "report"),
        count_words(len(incident.origins), "independent origin alone"),
    )
    return {
        "href": f"incidents/{site.incident_pages[incident.id]}.html",
        "incident": incident,
        "title": title_words(incident, site.zone),
        "when": when_words(incident.when, site.zone),
        "where": where_words(incident.where),
        "kicker": sentence_case(event_label(incident.event)),
        "figures": headline_figures(incident),
        "reviewed": incident.id in site.reviewed,
        "told": sentence_case(f"{reports}{tongue().comma} {origins}"),
    }


def _index_timeline(site: Site) -> Any:
    rows = []
    for incident in site.dossier.incidents:
        event = span_of(incident.when.start, incident.when.end) if incident.when else None
        said = sorted(
            span
            for span in (said_span(site.evidence.items[i]) for i in incident.items if i in site.evidence.items)
            if span
        )
        span = (said[0][0], said[-1][1]) if said else None
        rows.append(
            Row(
                named(title_words(incident, site.zone)),
                f"incidents/{site.incident_pages[incident.id]}.html",
                span,
                (event,) if event else (),
            )
        )
    label = tongue().say("When each incident happened, and when it was reported")
    words = tongue().say("Times in {zone}", zone=zone_label(site.zone))
    return draw_timeline(rows, None, site.zone, label, words, left=330.0)


def _source_rows(site: Site) -> tuple[list[Context], list[Context]]:
    """Return a row for each source that published something here, best graded first, and the items without one."""
    used: dict[str, list[Item]] = {}
    for item in site.dossier.items:
        source = site.evidence.source(item)
        used.setdefault(source.id if source else "", []).append(item)
    rows = []
    for source in sorted(site.dossier.sources, key=lambda source: (source.reliability, source.name, source.id)):
        items = [item_line(item, site, "") for item in used.get(source.id, [])]
        if items:
            side = site.evidence.actors.get(source.side or "")
            rows.append(
                {
                    "source": source,
                    "items": items,
                    "side": named(with_article(tongue().name_of(side.name))) if side else source.side or "",
                }
            )
    return rows, [item_line(item, site, "") for item in used.get("", [])]


def sources_page(site: Site) -> Context:
    """Return what the page of sources shows."""
    rows, unknown = _source_rows(site)
    return site.common("", "sources.html") | {"title": tongue().say("Sources"), "rows": rows, "unknown": unknown}


def method_page(site: Site) -> Context:
    """Return what the page on the method shows."""
    settings = site.dossier.settings
    return site.common("", "method.html") | {
        "title": tongue().say("Method"),
        "settings": settings,
        "counts": _counts(site),
    }


def _counts(site: Site) -> list[tuple[str, int]]:
    dossier, say = site.dossier, tongue().say
    return [
        (say("captures sealed"), len(dossier.captures)),
        (say("items read"), len(dossier.items)),
        (say("claims found"), len(site.evidence.claims)),
        (say("independent origins"), len(dossier.derivation.origins)),
        (say("incidents"), len(dossier.incidents)),
        (say("skipped, each with its reason"), len(dossier.skipped)),
    ]
