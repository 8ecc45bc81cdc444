"""What each page shows: dictionaries for the templates."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from ascertain.model import Change, Claim, Dossier, Incident, Interval, Item, Place
from ascertain.publish import phrases
from ascertain.publish.evidence import Citation, Evidence
from ascertain.publish.site.facts import fact_table, headline_figures
from ascertain.publish.site.figures.map import Spot, draw_map, legend
from ascertain.publish.site.figures.origins import Node, draw_origins
from ascertain.publish.site.figures.timeline import Row, draw_timeline
from ascertain.publish.site.item_page import marked_text
from ascertain.publish.site.links import anchor, page_names
from ascertain.publish.telling.claim_ids import claim_ids, without_claim_ids
from ascertain.publish.telling.event import event_label
from ascertain.publish.telling.scene import Account, Sentence
from ascertain.publish.telling.setting import areas_at
from ascertain.publish.telling.speakers import named, source_name, who_says
from ascertain.publish.wording import (
    count_words,
    direction,
    figure,
    instant_words,
    parse_instant,
    range_label,
    sentence_case,
    when_words,
    where_words,
    zone_label,
)

Context = dict[str, Any]
_SHOWN_CITATIONS = 6


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


@dataclass(frozen=True)
class Site:
    """What all pages share."""

    dossier: Dossier
    evidence: Evidence
    accounts: dict[str, Account]
    reviewed: frozenset[str]
    draft: bool
    towns: tuple[Place, ...]
    incident_pages: dict[str, str]
    item_pages: dict[str, str]

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
        return cls(dossier, evidence, accounts, reviewed, draft, tuple(towns), incidents, page_names(evidence.items))

    @property
    def zone(self) -> str:
        """The case's time zone."""
        return self.dossier.settings.time_zone

    def common(self, root: str) -> Context:
        """Return what every template needs; `root` leads to the folder of the index."""
        settings = self.dossier.settings
        unreviewed = sum(incident.id not in self.reviewed for incident in self.dossier.incidents)
        return {
            "root": root,
            "case": settings.title,
            "draft": self.draft,
            "unreviewed": unreviewed,
            "reconstruction": settings.reconstruction,
            "zone": zone_label(settings.time_zone),
            "incident_count": len(self.dossier.incidents),
            "phrases": phrases,
        }

    def item_href(self, item_id: str, claim: str | None = None, root: str = "../") -> str:
        """Return the address of an item's page, at a claim of it."""
        return f"{root}items/{self.item_pages[item_id]}.html" + (f"#{anchor(claim)}" if claim else "")

    def source(self, item_id: str) -> str:
        """Return the name of an item's source for a reader."""
        return named(source_name(self.evidence.items[item_id], self.evidence))


def incident_page(incident: Incident, site: Site) -> Context:
    """Return what the page of one incident shows."""
    notes = Notes()
    changed = _changed(incident, site.dossier)
    sections = [
        {"key": s.key, "heading": s.heading, "sentences": [_sentence(t, notes, changed, site) for t in s.sentences]}
        for s in site.accounts[incident.id].sections
    ]
    table = fact_table(incident, site.evidence, site.zone)
    return site.common("../") | {
        "incident": incident,
        "title": incident.title,
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
        "origin_list": [_origin(origin, site) for origin in incident.origins],
        "assessments": [_assessment(a, site) for a in incident.assessments],
        "silences": incident.silences,
        "versions": _versions(incident.id, site.dossier),
        "report_count": count_words(len(incident.items), "report"),
        "origin_count": count_words(len(incident.origins), "independent origin"),
    }


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
    shown, rest = cites[:_SHOWN_CITATIONS], cites[_SHOWN_CITATIONS:]
    return {"text": sentence.text, "cites": shown, "more": rest, "change": change, "searched": sentence.searched}


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
        "said": _said(item, site),
        "taken": _taken(item, site),
        "digest": citation.digest,
        "start": citation.start,
        "end": citation.end,
    }


def _said(item: Item, site: Site) -> str:
    return instant_words(item.published_at, site.zone) if item.published_at else "date not known"


def _taken(item: Item, site: Site) -> str:
    return (
        f"taken {instant_words(item.collected_at, site.zone)}"
        if item.collected_at
        else "the capture doesn't say when it was taken"
    )


def _span(start: str | None, end: str | None) -> tuple[datetime, datetime] | None:
    if start and end:
        return parse_instant(start), parse_instant(end)
    return None


def said_span(item: Item) -> tuple[datetime, datetime] | None:
    """Return when an item was published: a plain day is a whole day long."""
    if not item.published_at:
        return None
    start = parse_instant(item.published_at)
    return start, start if "T" in item.published_at else start + timedelta(days=1)


def _timeline(incident: Incident, site: Site) -> Any:
    event = _span(incident.when.start, incident.when.end) if incident.when else None
    by_item: dict[str, list[Claim]] = {item: [] for item in incident.items}
    for claim in site.evidence.claims_of(incident):
        by_item.setdefault(claim.item, []).append(claim)
    rows = []
    for item_id, claims in by_item.items():
        times = {
            _span(c.when.value.start, c.when.value.end) for c in claims if c.when and isinstance(c.when.value, Interval)
        }
        near = tuple(sorted(t for t in times if t and t[1] - t[0] <= timedelta(days=14)))
        item = site.evidence.items[item_id]
        rows.append(
            Row(
                site.source(item_id),
                site.item_href(item_id, claims[0].id if claims else None),
                said_span(item),
                near,
                details=_said(item, site),
            )
        )
    words = f"Times in {zone_label(site.zone)}"
    return draw_timeline(
        rows, event, site.zone, "When each report was published, and when it says that this happened", words
    )


def _map_of(incident: Incident, site: Site) -> Context:
    spots = [Spot(incident.where, named(incident.where.name))] if incident.where else []
    seen = {incident.where.id} if incident.where else set()
    for claim in site.evidence.claims_of(incident):
        place = claim.where.value if claim.where else None
        if (
            isinstance(place, Place)
            and place.lat is not None
            and place.id not in seen
            and (place.radius_m or 0) < 150_000
        ):
            seen.add(place.id)
            spots.append(Spot(place, named(place.name), "said", site.item_href(claim.item, claim.id)))
    areas = areas_at(incident, site.dossier.areas)
    drawn = draw_map(spots, areas, site.towns, f"Map of where this may have happened: {named(incident.title)}")
    return {"map": drawn, "legend": legend(spots, areas) if drawn else []}


def _origins(incident: Incident, site: Site) -> Any:
    nodes = {i: Node(i, site.source(i), site.item_href(i)) for i in incident.items if i in site.evidence.items}
    item_of = {claim.id: claim.item for claim in site.evidence.claims.values()}
    return draw_origins(incident.origins, incident.edges, nodes, item_of, "Who got it from whom")


def _origin(origin: Any, site: Site) -> Context:
    items = [{"source": site.source(i), "href": site.item_href(i)} for i in origin.items if i in site.evidence.items]
    return {
        "name": named(origin.name),
        "items": items,
        "because": [without_claim_ids(reason) for reason in origin.because],
    }


def _assessment(assessment: Any, site: Site) -> Context:
    return {
        "name": phrases.RULE_SETS.get(assessment.rule_set, assessment.rule_set),
        "own": assessment.rule_set == site.dossier.settings.rule_set,
        "attribution": assessment.attribution,
        "attribution_because": [_reason(r, site) for r in assessment.attribution_because],
        "grade": assessment.grade,
        "because": [_reason(r, site) for r in assessment.because],
        "counts": [
            {
                "label": range_label(r),
                "figure": figure(r.min, r.max),
                "best": r.best,
                "trace": [_step(s, site) for s in r.trace],
            }
            for r in assessment.counts
        ],
        "codes": [(key, _code(value)) for key, value in sorted(assessment.codes.items())],
    }


def _code(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(_code(part) for part in value)
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_code(part)}" for key, part in value.items())
    return "" if value is None else str(value)


def _reason(words: str, site: Site) -> Context:
    claims = [site.evidence.claims[c] for c in claim_ids(words) if c in site.evidence.claims]
    cites = [{"href": site.item_href(c.item, c.id), "label": site.source(c.item)} for c in claims[:4]]
    return {"text": sentence_case(without_claim_ids(words)), "cites": cites}


def _step(step: Any, site: Site) -> Context:
    claim = site.evidence.claims.get(step.claim or "")
    cites = [{"href": site.item_href(claim.item, claim.id), "label": site.source(claim.item)}] if claim else []
    return {
        "end": step.end,
        "rule": step.rule,
        "text": without_claim_ids(step.because),
        "value": step.value,
        "cites": cites,
    }


def _versions(incident_id: str, dossier: Dossier) -> list[Context]:
    return [
        {"number": v.number, "items": v.items, "changes": [c for c in v.changes if c.incident == incident_id]}
        for v in reversed(dossier.versions)
    ]


def index_page(site: Site) -> Context:
    """Return what the index shows."""
    dossier = site.dossier
    cards = [_card(incident, site) for incident in dossier.incidents]
    spots = [
        Spot(i.where, named(i.title), "event", f"incidents/{site.incident_pages[i.id]}.html")
        for i in dossier.incidents
        if i.where
    ]
    areas = [area for area in dossier.areas if area.kind == "zone"]
    used = {item for incident in dossier.incidents for item in incident.items}
    return site.common("") | {
        "title": dossier.settings.title,
        "summary": dossier.settings.summary,
        "cards": cards,
        "map": draw_map(spots, areas, site.towns, "Map of all incidents"),
        "legend": legend(spots, areas),
        "timeline": _index_timeline(site),
        "skipped": dossier.skipped,
        "versions": list(reversed(dossier.versions)),
        "items": [_item_line(item, site, "") for item in dossier.items if item.id in used],
        "other_items": [_item_line(item, site, "") for item in dossier.items if item.id not in used],
        "source_count": len(dossier.sources),
    }


def _card(incident: Incident, site: Site) -> Context:
    reports, origins = (
        count_words(len(incident.items), "report"),
        count_words(len(incident.origins), "independent origin"),
    )
    return {
        "href": f"incidents/{site.incident_pages[incident.id]}.html",
        "incident": incident,
        "when": when_words(incident.when, site.zone),
        "where": where_words(incident.where),
        "kicker": sentence_case(event_label(incident.event)),
        "figures": headline_figures(incident),
        "reviewed": incident.id in site.reviewed,
        "told": f"{reports}, {origins}",
    }


def _item_line(item: Item, site: Site, root: str) -> Context:
    return {
        "href": site.item_href(item.id, root=root),
        "source": site.source(item.id),
        "said": _said(item, site),
        "title": named(item.title or ""),
        "lang": item.lang or "",
    }


def _index_timeline(site: Site) -> Any:
    rows = []
    for incident in site.dossier.incidents:
        event = _span(incident.when.start, incident.when.end) if incident.when else None
        said = sorted(
            span
            for span in (said_span(site.evidence.items[i]) for i in incident.items if i in site.evidence.items)
            if span
        )
        span = (said[0][0], said[-1][1]) if said else None
        rows.append(
            Row(
                named(incident.title),
                f"incidents/{site.incident_pages[incident.id]}.html",
                span,
                (event,) if event else (),
            )
        )
    return draw_timeline(
        rows,
        None,
        site.zone,
        "When each incident happened, and when it was reported",
        f"Times in {zone_label(site.zone)}",
    )


def item_page(item: Item, site: Site) -> Context:
    """Return what the page of one item shows."""
    reading = site.evidence.readings.get(item.id)
    claims = reading.claims if reading else ()
    source = site.evidence.source(item)
    capture = site.evidence.captures.get(item.capture or "")
    return site.common("../") | {
        "title": site.source(item.id),
        "item": item,
        "source": source,
        "said": _said(item, site),
        "taken": _taken(item, site),
        "text": marked_text(item, claims),
        "direction": direction(item.text.replace("░", "")),
        "lang": item.lang or (reading.lang if reading else None),
        "capture": capture,
        "claims": [_claim_line(claim, site) for claim in claims],
        "skipped": reading.skipped if reading else None,
        "url": item.url if (item.url or "").startswith(("https://", "http://")) else None,
        "used_by": [
            {"href": f"../incidents/{site.incident_pages[i.id]}.html", "title": i.title}
            for i in site.dossier.incidents
            if item.id in i.items
        ],
    }


def _claim_line(claim: Claim, site: Site) -> Context:
    return {
        "anchor": anchor(claim.id),
        "event": event_label(claim.event),
        "who": who_says(claim, site.evidence),
        "stance": phrases.POLARITY[claim.polarity],
        "hedge": claim.hedge,
        "quote": claim.quote.text,
        "mood": claim.mood if claim.mood != "actual" else "",
        "start": claim.quote.start,
        "end": claim.quote.end,
    }


def sources_page(site: Site) -> Context:
    """Return what the page of sources shows."""
    used: dict[str, list[Item]] = {}
    for item in site.dossier.items:
        source = site.evidence.source(item)
        used.setdefault(source.id if source else "", []).append(item)
    rows = []
    for source in site.dossier.sources:
        items = [_item_line(item, site, "") for item in used.get(source.id, [])]
        if items:
            side = site.evidence.actors.get(source.side or "")
            rows.append({"source": source, "items": items, "side": side.name if side else source.side or ""})
    unknown = [_item_line(item, site, "") for item in used.get("", [])]
    return site.common("") | {"title": "Sources", "rows": rows, "unknown": unknown}


def method_page(site: Site) -> Context:
    """Return what the page on the method shows."""
    settings = site.dossier.settings
    return site.common("") | {"title": "Method", "settings": settings, "counts": _counts(site)}


def _counts(site: Site) -> list[tuple[str, int]]:
    dossier = site.dossier
    return [
        ("captures sealed", len(dossier.captures)),
        ("items read", len(dossier.items)),
        ("claims found", len(site.evidence.claims)),
        ("independent origins", len(dossier.derivation.origins)),
        ("incidents", len(dossier.incidents)),
        ("skipped, each with its reason", len(dossier.skipped)),
    ]
