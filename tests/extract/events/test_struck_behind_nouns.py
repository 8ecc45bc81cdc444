"""Arabic nouns of attack, and who stands right behind them: who did it, or whom it struck."""

import pytest

from ascertain.case.reading import extract_text
from ascertain.knowledge import Knowledge


def roles(text: str, knowledge: Knowledge) -> tuple[set[str], set[str]]:
    """Return the words of the doers and of those struck that the violent claims of a text name."""
    claims = [claim for claim in extract_text(text, knowledge=knowledge).claims if claim.event != "statement"]
    doers = {text[party.start : party.end] for claim in claims for party in claim.perpetrators}
    return doers, {text[party.start : party.end] for claim in claims for party in claim.targets}


@pytest.mark.parametrize(
    ("text", "doers", "struck"),
    [
        # its positions are struck, whoever did it
        ("استهداف مواقع قوات الأسد وسط سوريا", set(), {"مواقع قوات الأسد"}),
        ("كثفت قوات النظام قصف مواقع المعارضة في سرمين.", {"قوات النظام"}, {"مواقع المعارضة"}),
        ("استهدفت مواقع الجيش في سرمين.", set(), {"مواقع الجيش"}),
        # those in them fire, where something is fired at
        ("جراء قصف القواعد التركية على قرية سرمين.", {"القواعد التركية"}, {"قرية سرمين"}),
        ("قصفت القواعد التركية قرية سرمين.", {"القواعد التركية"}, {"قرية سرمين"}),
        # who announces it did it, with a preposition or a comma between
        ("أعلنت فصائل المعارضة عن استهداف قوات النظام في سرمين.", {"فصائل المعارضة"}, {"قوات النظام"}),
        ("أعلنت فصائل المعارضة، عن قصف مواقع الجيش في سرمين.", {"فصائل المعارضة"}, {"مواقع الجيش"}),
        ("أعلنت قسد عن استهداف قاعدة تركية في سرمين.", {"قسد"}, {"قاعدة تركية"}),
        # behind a noun of targeting stands whom it struck, unless something struck stands behind him
        ("استهداف قوات النظام بعبوة ناسفة في سرمين.", set(), {"قوات النظام"}),
        ("استهداف قوات النظام قرية سرمين بالمدفعية.", {"قوات النظام"}, {"قرية سرمين"}),
        ("أصيب مدني باستهداف قوات النظام منزلاً في سرمين.", {"قوات النظام"}, {"مدني", "منزلاً"}),
        ("قتل جنديان باستهداف آلية لقوات النظام في سرمين.", set(), {"قوات النظام"}),
        ("كثفت قوات النظام استهداف فصائل المعارضة في سرمين.", {"قوات النظام"}, {"فصائل المعارضة"}),
        # as before
        ("جرح مدنيان جراء قصف قوات النظام على سرمين.", {"قوات النظام"}, {"سرمين"}),
        ("قصف مدفعي لقوات النظام على سرمين.", {"قوات النظام"}, {"سرمين"}),
        ("العدوان الإسرائيلي على دمشق أدى إلى مقتل خمسة.", {"الإسرائيلي"}, {"دمشق"}),
    ],
)
def test_who_stands_behind_a_noun_of_attack(text: str, doers: set[str], struck: set[str], knowledge: Knowledge) -> None:
    assert roles(text, knowledge) == (doers, struck)
