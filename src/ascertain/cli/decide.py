"""`ascertain decide`: a person's decision, kept in the ledger with its reason."""

from typing import Annotated

import typer

from ascertain.cli.output import JSON_OPTION, answer

VERBS = (
    "review, withhold, release, exclude, refuse_claim, split_origin, merge_origins, split_incident, merge_incidents, "
    "withdraw"
)
ALL = "all"


# Decisions about what the last build holds; the others are about words, or about a decision.
_ABOUT_A_THING = frozenset(
    "review exclude merge_incidents split_incident refuse_claim split_origin merge_origins".split()
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("decide")(decide)


def decide(
    case: Annotated[str, typer.Argument(metavar="CASE", help="The case's folder.")],
    verb: Annotated[str, typer.Argument(metavar="VERB", help=VERBS)],
    about: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="The incident, item, claim, actor or decision it is about; `review all`: every incident."
        ),
    ],
    because: Annotated[str, typer.Option(help="The reason; it is kept and shown.")],
    by: Annotated[str, typer.Option(help="Who decides; kept in the ledger, never published.")] = "",
    to: Annotated[str, typer.Option("--with", help="The other item or claim, where two are merged or parted.")] = "",
    as_json: bool = JSON_OPTION,
) -> None:
    """Overrule a step: the decision stands in the ledger, and the next build follows it."""
    from ascertain.case import open_case

    opened = open_case(case)
    if (verb, about) == ("review", ALL):
        incidents = opened.overview().incidents
        made = [opened.decide(verb, one.id, because=because, by=by).id for one in incidents]
        words = [f"{id}: review {one.id}  {one.title}" for id, one in zip(made, incidents, strict=True)]
        answer({"decisions": made}, "\n".join([*words, "They take effect at the next build."]), as_json)
        return
    if verb in _ABOUT_A_THING and opened.overview().built:
        about, to = opened.find(about).id, opened.find(to).id if to else to
    decision = opened.decide(verb, about, because=because, by=by, other=to)
    answer({"decision": decision.id}, f"{decision.id}: {verb} {about}\nIt takes effect at the next build.", as_json)
