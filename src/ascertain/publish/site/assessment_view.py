"""How a rule set's answer, and the origins behind it, are shown."""

from typing import Any

from ascertain.model import Assessment, Origin, TraceStep
from ascertain.publish import phrases
from ascertain.publish.site.shared import Context, Site
from ascertain.publish.telling.claim_ids import claim_ids, without_claim_ids
from ascertain.publish.telling.speakers import named
from ascertain.publish.wording import (
    figure,
    range_label,
    sentence_case,
)


def origin_view(origin: Origin, site: Site) -> Context:
    """Return an origin with its items and reasons."""
    items = [{"source": site.source(i), "href": site.item_href(i)} for i in origin.items if i in site.evidence.items]
    return {
        "name": named(origin.name),
        "items": items,
        "because": [without_claim_ids(reason) for reason in origin.because],
    }


def assessment_view(assessment: Assessment, site: Site) -> Context:
    """Return a rule set's answer with its reasons, each leading to the claims that it names."""
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


def _step(step: TraceStep, site: Site) -> Context:
    claim = site.evidence.claims.get(step.claim or "")
    cites = [{"href": site.item_href(claim.item, claim.id), "label": site.source(claim.item)}] if claim else []
    return {
        "end": step.end,
        "rule": step.rule,
        "text": without_claim_ids(step.because),
        "value": step.value,
        "cites": cites,
    }
