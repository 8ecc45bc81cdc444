"""Reviews of what was claimed, as schema.org ClaimReview in JSON-LD.

schema.org has no words for contradicting claims or uncertain times; those are in our own formats, and this is an export
only. What is reviewed is the claim that the incident happened as its title has it, and each figure that was left out.
"""

import json
from pathlib import Path
from typing import Any

from ascertain.model import Claim, Dossier, Incident, Item
from ascertain.publish.verdicts import attribution_words, grade_words

_RATING = {"confirmed": 5, "fair": 4, "contested": 3, "weak": 2, "discounted": 1}


class ClaimReview:
    """One graph of reviews; ratings run from 1 (discounted) to 5 (confirmed)."""

    name = "claimreview"
    media_type = "application/ld+json"
    suffix = ".jsonld"

    def write(self, dossier: Dossier, out: Path) -> None:
        """Write the reviews; a review has a date only where a person reviewed the incident."""
        items = {item.id: item for item in dossier.items}
        claims = {claim.id: claim for reading in dossier.readings for claim in reading.claims}
        reviewed = {d.about: d.at[:10] for d in dossier.decisions if d.verb == "review"}
        graph = [
            review | _by(dossier, reviewed.get(incident.id))
            for incident in dossier.incidents
            for review in (_whole(incident, claims, items), *_left_out(incident, claims, items))
        ]
        words = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, indent=1)
        out.write_text(words + "\n", encoding="utf-8", errors="surrogatepass")


def _whole(incident: Incident, claims: dict[str, Claim], items: dict[str, Item]) -> dict[str, Any]:
    told = [items[item] for item in incident.items if item in items]
    dated = sorted((item for item in told if item.published_at), key=lambda item: (item.published_at or "", item.id))
    claim: dict[str, Any] = {"@type": "Claim", "name": incident.title, "appearance": [_work(item) for item in told]}
    if dated:
        claim |= {"datePublished": dated[0].published_at, "firstAppearance": _work(dated[0])}
    return _review(f"{incident.id}", incident.title, claim, _verdict(incident))


def _left_out(incident: Incident, claims: dict[str, Claim], items: dict[str, Item]) -> list[dict[str, Any]]:
    reviews = []
    for range_ in incident.counts:
        for step in range_.trace:
            claim = claims.get(step.claim or "")
            if step.end != "left_out" or claim is None:
                continue
            item = items[claim.item]
            said: dict[str, Any] = {"@type": "Claim", "name": claim.quote.text, "appearance": [_work(item)]}
            if item.published_at:
                said["datePublished"] = item.published_at
            name = claim.innermost.name if claim.innermost else item.source
            if name:
                said["author"] = {"@type": "Organization", "name": name}
            rating = {"ratingValue": 1, "alternateName": f"Not counted: {step.because}"}
            reviews.append(_review(f"{incident.id}/{claim.id}/{range_.outcome}", claim.quote.text, said, rating))
    return reviews


def _review(ident: str, words: str, claim: dict[str, Any], rating: dict[str, Any]) -> dict[str, Any]:
    scale = {"@type": "Rating", "bestRating": 5, "worstRating": 1}
    return {
        "@type": "ClaimReview", "@id": f"urn:ascertain:{ident}", "claimReviewed": words, "itemReviewed": claim,
        "reviewRating": scale | rating,
    }  # fmt: skip


def _verdict(incident: Incident) -> dict[str, Any]:
    words = []
    if incident.attribution:
        words.append(f"Attribution: {attribution_words(incident)[0].lower()}")
    if incident.grade is None:
        return {"alternateName": ". ".join(words) or "Not graded"}
    label, means = grade_words(incident)
    words.append(f"Harm: {label.lower()} ({means})")
    return {"ratingValue": _RATING[incident.grade], "alternateName": ". ".join(words)}


def _work(item: Item) -> dict[str, Any]:
    work: dict[str, Any] = {"@type": "CreativeWork", "identifier": item.id}
    if item.url:
        work["url"] = item.url
    if item.source:
        work["publisher"] = {"@type": "Organization", "name": item.source}
    if item.lang:
        work["inLanguage"] = item.lang
    return work


def _by(dossier: Dossier, reviewed_on: str | None) -> dict[str, Any]:
    by: dict[str, Any] = {"author": {"@type": "Organization", "name": dossier.settings.title}}
    return by | ({"datePublished": reviewed_on} if reviewed_on else {})


exporter = ClaimReview()
