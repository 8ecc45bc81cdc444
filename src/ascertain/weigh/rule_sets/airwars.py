"""Airwars: the harm grade, the strike status and the ranges of the civilian harm archive.

Codes such as ISPT0566 are published assessments in which a rule can be seen at work. Harm: confirmed, where a party
has accepted responsibility for it; fair, where two or more credible sources report it and a party's action near by is
confirmed or likely; weak, a single source, however often repeated (ISPT0566, ISPT0595); contested, where claims of
responsibility compete or nobody is named (ISPT0551, ISPT1135a, ISPT0823); discounted, where those killed were fighters.
"""

from collections.abc import Mapping, Sequence

from ascertain.model import Assessment, Claim, Incident, Item, Origin, Range
from ascertain.model.assessment import Attribution, HarmGrade
from ascertain.weigh.corroboration import without_lone_deaths
from ascertain.weigh.evidence import Evidence, evidence_of, happened_on
from ascertain.weigh.figures import Figure, figures_of, standing_of
from ascertain.weigh.misreadings import with_misread, without_misreadings
from ascertain.weigh.one_sided import with_one_sided
from ascertain.weigh.parties import admissions
from ascertain.weigh.responsibility import Responsibility, responsibility
from ascertain.weigh.status import with_disputed_status, with_suspected
from ascertain.weigh.tally import Conventions, Span, ranges_of


def _vague(figure: Figure) -> Span | None:
    """Return 2 for a bare plural or "several" (ISPT0007, 0120), 12 to 24 for dozens (ISPT0005), 10 at most for many.

    The Arabic plural of children, which is not the dual, is 3 at least (ISPT0625). These are figures for civilians:
    fighters of whom no number is given are of no known number.
    """
    if figure.group == "combatants" and figure.thing is None:
        return None
    least = 3 if figure.group == "children" and figure.script == "ar" else 2
    low = int(figure.count.low) if figure.count.low and figure.count.low > 2 else least
    match figure.count.rule:
        case "several" | "indefinite":
            return (1, 1) if figure.count.low == 1 else (low, low)
        case "dozens":
            return 12, 24
        case "many":
            return 2, 10
        case "hundreds":
            return 100, 200
        case "thousands":
            return 1000, 2000
        case _:
            return None


CONVENTIONS = Conventions(vague=_vague, vague_rule="no figure and no plural")


class Airwars:
    """The rules of the Airwars civilian harm archive."""

    name = "airwars"
    title = "Airwars civilian harm assessment"
    source = "Airwars, Methodology note and Civilian harm grading, airwars.org/about/methodology"

    def assess(
        self, incident: Incident, claims: Sequence[Claim], origins: Sequence[Origin], items: Mapping[str, Item]
    ) -> Assessment:
        """Return the ranges, the strike status and the harm grade, with the reasons for each."""
        evidence = evidence_of(incident, claims, origins, items)
        figures, misread = without_misreadings(figures_of(evidence))
        ranges = ranges_of(figures, CONVENTIONS, happened_on(incident))
        told = standing_of(figures)
        ranges = with_disputed_status(with_one_sided(ranges, evidence, told), told)
        ranges = with_suspected(ranges, told)
        ranges = with_misread(without_lone_deaths(ranges, told), misread)
        answer = responsibility(evidence)
        status, status_because = _strike_status(evidence, answer)
        grade, because = _harm(evidence, answer, ranges)
        return Assessment(
            rule_set=self.name,
            attribution=status,
            attribution_because=status_because,
            grade=grade,
            because=because,
            counts=ranges,
            codes={
                "strike_status": status,
                "civilian_harm_status": grade,
                "civilian_harm_reported": any(_civilians_hurt(one) for one in ranges),
                "targeted_belligerents": [party.id for party in incident.targets],
                "belligerents": list(answer.named),
                "belligerents_joint": answer.joint,
                "belligerents_contested": answer.contested,
            },
        )


def _strike_status(evidence: Evidence, answer: Responsibility) -> tuple[Attribution, tuple[str, ...]]:
    if answer.declared:
        return "declared", answer.because
    if answer.contested or not answer.named:
        return "contested", answer.because
    if len(evidence.origins) < 2:
        return "single_source", ("everything goes back to one origin", *answer.because)
    return "likely", answer.because


def _harm(
    evidence: Evidence, answer: Responsibility, ranges: Sequence[Range]
) -> tuple[HarmGrade | None, tuple[str, ...]]:
    civil = [one for one in ranges if _civilians_hurt(one)]
    fighters = [one for one in ranges if one.outcome in ("killed", "injured") and one.group == "combatants" and one.max]
    if not civil:
        if fighters:
            return "discounted", ("those hurt were fighters, by all that is said", *_named_claims(fighters))
        return None, ("no harm to people is reported",)
    if accepted := _accepted(evidence):
        return "confirmed", (f"claim {accepted.id}: a party accepts that its own action harmed civilians",)
    if answer.contested or not answer.named:
        return "contested", answer.because
    origins = {evidence.origin_of[step.claim].id for one in civil for step in one.trace if step.claim}
    support = max(len(origins), *(one.origins for one in civil))
    if support >= 2:
        return "fair", (f"{support} origins report harm to civilians", *_named_claims(civil), *answer.because)
    return "weak", ("the harm rests on one origin", *_named_claims(civil), *answer.because)


def _civilians_hurt(one: Range) -> bool:
    hurt = one.outcome in ("killed", "injured") and one.group in ("civilians", "children", "women", "men", "unknown")
    return hurt and bool(one.max)


def _named_claims(ranges: Sequence[Range]) -> tuple[str, ...]:
    named = dict.fromkeys(step.claim for one in ranges for step in one.trace if step.claim and step.end != "left_out")
    return tuple(f"claim {claim}" for claim in list(named)[:4])


def _accepted(evidence: Evidence) -> Claim | None:
    """Return a claim by which the party that did it grants that civilians were hurt."""
    for claim in admissions(evidence):
        if any(
            count.outcome in ("killed", "injured") and count.group in ("civilians", "children", "women") and count.low
            for count in claim.counts
        ):
            return claim
    return None


rule_set = Airwars()
