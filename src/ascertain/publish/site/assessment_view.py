"""How a rule set's answer, and the origins behind it, are shown."""

import re
from typing import Any

from ascertain.model import Assessment, Change, Origin, TraceStep, Version
from ascertain.publish import phrases
from ascertain.publish.languages import tongue
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
        "name": named(tongue().name_of(origin.name)),
        "items": items,
        "because": [tongue().told(without_claim_ids(reason)) for reason in origin.because],
    }


def assessment_view(assessment: Assessment, site: Site) -> Context:
    """Return a rule set's answer with its reasons, each leading to the claims that it names."""
    return {
        "name": phrases.rule_set_title(assessment.rule_set),
        "own": assessment.rule_set == site.dossier.settings.rule_set,
        "attribution": assessment.attribution,
        "attribution_because": _reasons(assessment.attribution_because, site),
        "grade": assessment.grade,
        "because": _reasons(assessment.because, site),
        "counts": [
            {
                "label": range_label(r),
                "figure": figure(r.min, r.max),
                "best": r.best,
                "trace": [_step(s, site) for s in r.trace],
            }
            for r in assessment.counts
        ],
        "codes": [(key, _code(value)) for key, value in sorted(assessment.codes.items()) if value not in (None, "")],
    }


def _code(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(_code(part) for part in value)
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_code(part)}" for key, part in value.items())
    return "" if value is None else str(value)


def _reasons(reasons: tuple[str, ...], site: Site) -> list[Context]:
    """Return reasons, those of the same words as one with the claims of all."""
    shown: dict[str, Context] = {}
    for reason in reasons:
        view = _reason(reason, site)
        known = shown.setdefault(view["text"], view)
        if known is not view:
            known["cites"] = [*known["cites"], *(cite for cite in view["cites"] if cite not in known["cites"])]
    return list(shown.values())


def version_view(version: Version) -> Context:
    """Return a version as it is shown."""
    changes = [change_view(change) for change in version.changes]
    return {"number": version.number, "items": version.items, "changes": changes}


def change_view(change: Change) -> Context:
    """Return a change in the language of the edition."""
    about = _FACTS.get(change.about, change.about) if tongue().is_source else tongue().told(change.about)
    return {
        "about": about, "before": _value(change.before), "after": _value(change.after),
        "because": tongue().told(change.because),
    }  # fmt: skip


_FACTS = {
    "targets": "named as struck", "denials": "denied by", "origins": "independent origins",
    "questions": "open questions", "silences": "not heard from", "grade": "harm",
}  # fmt: skip
_FROM_TO = re.compile(r"([\d,.]+) to ([\d,.]+)")


def _value(words: str) -> str:
    """Return a fact's value: a figure, names one by one, or other words."""
    if (found := _FROM_TO.fullmatch(words)) is not None:
        return tongue().say("{low} to {high}", low=found[1], high=found[2])
    if ", " in words and not any(letter.isdigit() for letter in words):
        return f"{tongue().comma} ".join(tongue().told(name) for name in words.split(", "))
    return tongue().told(words)


def _reason(words: str, site: Site) -> Context:
    claims = [site.evidence.claims[c] for c in claim_ids(words) if c in site.evidence.claims]
    cites = [{"href": site.item_href(c.item, c.id), "label": site.source(c.item)} for c in claims[:4]]
    bare = without_claim_ids(words)
    shown = "rests on" if bare.casefold() == "claim" else bare.removeprefix("claim: ")
    return {"text": sentence_case(tongue().told(shown)), "cites": cites}


def _step(step: TraceStep, site: Site) -> Context:
    claim = site.evidence.claims.get(step.claim or "")
    cites = [{"href": site.item_href(claim.item, claim.id), "label": site.source(claim.item)}] if claim else []
    return {
        "end": tongue().say(step.end.replace("_", " ")),
        "rule": tongue().told(step.rule),
        "text": tongue().told(without_claim_ids(step.because)),
        "value": step.value,
        "cites": cites,
    }
