"""What the page of one incident shows."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from ascertain.model import Change, Claim, Dossier, Incident, Interval, Place
from ascertain.publish.evidence import Citation
from ascertain.publish.languages import tongue
from ascertain.publish.site.assessment_view import assessment_view, change_view, origin_view
from ascertain.publish.site.facts import fact_table, headline_figures
from ascertain.publish.site.figures.map import Spot, draw_map, legend
from ascertain.publish.site.figures.origins import Node, draw_origins
from ascertain.publish.site.figures.timeline import Row, draw_timeline
from ascertain.publish.site.shared import Context, Site, said_span, said_words, span_of, taken_words
from ascertain.publish.telling.claim_ids import without_claim_ids
from ascertain.publish.telling.kinds import event_label
from ascertain.publish.telling.scene import Sentence
from ascertain.publish.telling.setting import areas_at
from ascertain.publish.telling.speakers import named, who_says
from ascertain.publish.telling.titles import title_words
from ascertain.publish.wording import (
    area_label,
    count_words,
    place_name,
    sentence_case,
    when_words,
    where_words,
    zone_label,
)


@dataclass
class Notes:
    """The numbered notes of a page: each citation gets one number, in the order of its first use."""

    numbers: dict[tuple[str, int, int], int] = field(default_factory=dict)
    citations: list[Citation] = field(default_factory=list)

    def number(self, citation: Citation) -> int:
        """Return the number of a citation."""
        key = (citation.item, citation.start, citation.end)
        if key not in self.numbers:
            self.numbers[key] = len(self.numbers) + 1
            self.citations.append(citation)
        return self.numbers[key]


def incident_page(incident: Incident, site: Site) -> Context:
    """Return what the page of one incident shows."""
    notes = Notes()
    changed = _changed(incident, site.dossier)
    sections = [
        {"key": s.key, "heading": s.heading, "sentences": [_sentence(t, notes, changed, site) for t in s.sentences]}
        for s in site.accounts[incident.id].sections
    ]
    table = fact_table(incident, site.evidence, site.zone)
    return site.common("../", f"incidents/{site.incident_pages[incident.id]}.html") | {
        "incident": incident,
        "title": title_words(incident, site.zone),
        "kicker": sentence_case(event_label(incident.event)),
        "when": when_words(incident.when, site.zone),
        "where": where_words(incident.where),
        "reviewed": incident.id in site.reviewed,
        "figures": headline_figures(incident),
        "sections": sections,
        "notes": [_note(n + 1, c, site) for n, c in enumerate(notes.citations)],
        "timeline": _timeline(incident, site),
        **_map_of(incident, site),
        "facts": table,
        "href": site.item_href,
        "origins": _origins(incident, site),
        "origin_list": [origin_view(origin, site) for origin in incident.origins],
        "beside": [origin_view(origin, site) for origin in incident.beside],
        "assessments": [assessment_view(a, site) for a in incident.assessments],
        "linked": _linked(incident, site),
        "versions": _versions(incident.id, site.dossier),
        "report_count": count_words(len(incident.items), "report"),
        "origin_count": count_words(len(incident.origins), "independent origin alone"),
    }


def _linked(incident: Incident, site: Site) -> list[Context]:
    titles = {each.id: title_words(each, site.zone) for each in site.dossier.incidents}
    return [
        {
            "kind": link.kind,
            "href": f"{site.incident_pages[link.to]}.html",
            "title": titles[link.to],
            "because": tongue().told(without_claim_ids(link.because)),
        }
        for link in incident.links
        if link.to in titles
    ]


def _changed(incident: Incident, dossier: Dossier) -> dict[str, Change]:
    """Return the last version's changes to an incident, by the fact that they are about."""
    last = dossier.versions[-1].changes if len(dossier.versions) > 1 else ()
    return {change.about: change for change in last if change.incident == incident.id}


def _sentence(sentence: Sentence, notes: Notes, changed: dict[str, Change], site: Site) -> Context:
    cites: list[Context] = []
    for citation in sentence.citations:
        number = notes.number(citation)
        if all(number != cite["number"] for cite in cites):
            href = site.item_href(citation.item, citation.claim)
            cites.append({"number": number, "href": href, "label": site.source(citation.item)})
    change = next((changed[about] for about in sentence.about if about in changed), None)
    shown = change_view(change) if change else None
    return {"text": sentence.text, "cites": cites, "change": shown, "searched": sentence.searched}


def _note(number: int, citation: Citation, site: Site) -> Context:
    item = site.evidence.items[citation.item]
    claim = site.evidence.claims.get(citation.claim or "")
    return {
        "number": number,
        "href": site.item_href(citation.item, citation.claim),
        "source": site.source(citation.item),
        "who": who_says(claim, site.evidence) if claim else "",
        "quote": citation.quote,
        "lang": item.lang or "",
        "said": said_words(item, site),
        "taken": taken_words(item, site),
        "digest": citation.digest,
        "start": citation.start,
        "end": citation.end,
    }


def _timeline(incident: Incident, site: Site) -> Any:
    event = span_of(incident.when.start, incident.when.end) if incident.when else None
    by_item: dict[str, list[Claim]] = {item: [] for item in incident.items}
    for claim in site.evidence.claims_of(incident):
        by_item.setdefault(claim.item, []).append(claim)
    rows = []
    for item_id, claims in by_item.items():
        times = {
            span_of(c.when.value.start, c.when.value.end)
            for c in claims
            if c.when and isinstance(c.when.value, Interval)
        }
        near = tuple(sorted(t for t in times if t and t[1] - t[0] <= timedelta(days=14)))
        item = site.evidence.items[item_id]
        rows.append(
            Row(
                site.source(item_id),
                site.item_href(item_id, claims[0].id if claims else None),
                said_span(item),
                near,
                details=said_words(item, site),
            )
        )
    words = tongue().say("Times in {zone}", zone=zone_label(site.zone))
    return draw_timeline(
        rows,
        event,
        site.zone,
        tongue().say("When each report was published, and when it says that this happened"),
        words,
    )


def _map_of(incident: Incident, site: Site) -> Context:
    areas = areas_at(incident, site.dossier.areas)
    drawn_as_area = {area.name for area in areas}
    spots = [Spot(incident.where, named(area_label(incident.where)))] if incident.where else []
    seen = {incident.where.id} if incident.where else set()
    for claim in site.evidence.claims_of(incident):
        place = claim.where.value if claim.where else None
        if (
            isinstance(place, Place)
            and place.lat is not None
            and place.id not in seen
            and place.name not in drawn_as_area
            and (place.radius_m or 0) < 150_000
        ):
            seen.add(place.id)
            spots.append(Spot(place, named(place_name(place)), "said", site.item_href(claim.item, claim.id)))
    drawn = draw_map(spots, areas, site.towns, tongue().say("Map of where this may have happened"))
    return {"map": drawn, "legend": legend(spots, areas) if drawn else []}


def _origins(incident: Incident, site: Site) -> Any:
    nodes = {i: Node(i, site.source(i), site.item_href(i)) for i in incident.items if i in site.evidence.items}
    item_of = {claim.id: claim.item for claim in site.evidence.claims.values()}
    return draw_origins(incident.origins, incident.edges, nodes, item_of, tongue().say("Who got it from whom"))


def _versions(incident_id: str, dossier: Dossier) -> list[Context]:
    return [
        {
            "number": v.number,
            "items": v.items,
            "changes": [change_view(c) for c in v.changes if c.incident == incident_id],
        }
        for v in reversed(dossier.versions)
    ]
