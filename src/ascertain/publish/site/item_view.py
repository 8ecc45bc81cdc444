"""What the page of one item shows."""

from ascertain.model import Claim, Item, Recapture
from ascertain.publish import phrases
from ascertain.publish.languages import tongue
from ascertain.publish.recaptured import told
from ascertain.publish.site.item_page import marked_text
from ascertain.publish.site.links import anchor
from ascertain.publish.site.shared import Context, Site, said_words, taken_words
from ascertain.publish.telling.kinds import event_label
from ascertain.publish.telling.speakers import who_says
from ascertain.publish.telling.titles import title_words
from ascertain.publish.wording import (
    direction,
)


def item_page(item: Item, site: Site) -> Context:
    """Return what the page of one item shows."""
    reading = site.evidence.readings.get(item.id)
    claims = reading.claims if reading else ()
    source = site.evidence.source(item)
    capture = site.evidence.captures.get(item.capture or "")
    return site.common("../", f"items/{site.item_pages[item.id]}.html") | {
        "title": site.source(item.id),
        "item": item,
        "source": source,
        "said": said_words(item, site),
        "taken": taken_words(item, site),
        "text": marked_text(item, claims),
        "direction": direction(item.text.replace("░", "")),
        "lang": item.lang or (reading.lang if reading else None),
        "capture": capture,
        "claims": [_claim_line(claim, site) for claim in claims],
        "skipped": reading.skipped if reading else None,
        "pictures": _reused(item, site),
        "recaptures": [_recapture_line(one, item, site) for one in site.recaptures.get(item.id, ())],
        "url": item.url if (item.url or "").startswith(("https://", "http://")) else None,
        "used_by": [
            {"href": f"../incidents/{site.incident_pages[i.id]}.html", "title": title_words(i, site.zone)}
            for i in site.dossier.incidents
            if item.id in i.items
        ],
    }


def _reused(item: Item, site: Site) -> list[Context]:
    """Return the reports that show a picture of this one, each with how that is known."""
    edges = site.picture_edges.get(item.id, ())
    others = {(edge.giver if edge.taker == item.id else edge.taker, edge.evidence) for edge in edges}
    return [
        {"href": site.item_href(other), "source": site.source(other), "how": how}
        for other, how in sorted(others)
        if other in site.item_pages
    ]


def _recapture_line(recapture: Recapture, item: Item, site: Site) -> Context:
    """Return what the page shows of another capture of its address."""
    words = told(recapture, site.evidence.items, site.zone, of=item.id)
    return {
        "words": words.words,
        "lists": [
            {"heading": heading, "passages": passages}
            for heading, passages in (
                (phrases.RECAPTURED["gone"], words.gone),
                (phrases.RECAPTURED["came"], words.came),
            )
            if passages
        ],
        "claims": [
            {"heading": heading, "lines": [_linked_claim(claim, site) for claim in claims]}
            for heading, claims in (
                (phrases.RECAPTURED["claims_gone"], words.claims_gone),
                (phrases.RECAPTURED["claims_came"], words.claims_came),
            )
            if claims
        ],
        "other": site.item_href(words.other_item) if words.other_item in site.item_pages else None,
    }


def _linked_claim(claim_id: str, site: Site) -> Context:
    claim = site.evidence.claims.get(claim_id)
    return {
        "href": site.item_href(claim.item, claim_id) if claim else None,
        "event": event_label(claim.event) if claim else "",
        "quote": claim.quote.text if claim else claim_id,
    }


def _claim_line(claim: Claim, site: Site) -> Context:
    return {
        "anchor": anchor(claim.id),
        "event": event_label(claim.event),
        "who": who_says(claim, site.evidence),
        "stance": tongue().say(phrases.POLARITY[claim.polarity]),
        "hedge": claim.hedge,
        "quote": claim.quote.text,
        "mood": tongue().say(claim.mood) if claim.mood != "actual" else "",
        "start": claim.quote.start,
        "end": claim.quote.end,
    }
