"""An attack told of several places at once is an attack at each; the toll is that of all of them and is told once."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

EACH = [
    ("Air strikes hit Saraqib and Ariha on Sunday, killing five people.", {"Saraqib", "Ariha"}),
    ("Strikes in Kyiv, Kharkiv, Odesa and the port of Mykolaiv killed 12 people.",
     {"Kyiv", "Kharkiv", "Odesa", "Mykolaiv"}),
    ("Warplanes bombed Sinjar in Iraq and Kobani in Syria, killing two.", {"Sinjar", "Kobani"}),
    ("Shelling on Sarmin and Binnish killed a man and wounded a woman.", {"Sarmin", "Binnish"}),
    ("In Sarmin and Binnish, shelling killed two children.", {"Sarmin", "Binnish"}),
    ("Jets struck targets in Iraq and Syria, killing three fighters.", {"Iraq", "Syria"}),
    ("قصف مدفعي على سراقب وحماة وحمص أدى لمقتل مدنيين.", {"سراقب", "حماة", "حمص"}),
    ("شنت الطائرات غارات على سنجار وعلى كوباني مساء الثلاثاء وقتلت رجلين.", {"سنجار", "كوباني"}),
    ("قصف مدفعي على مدينة سرمين ومحيطها وبلدة النيرب أدى لمقتل طفل.", {"مدينة سرمين", "بلدة النيرب"}),
    ("Two air strikes hit the outskirts of Sarmin village and a house in Ariha, killing a man.",
     {"Sarmin village", "Ariha"}),
    ("قصفت قوات النظام بلدات سمسم، وصفصافة، والورد، وسرجونة في ريف حماة وقتلت طفلا.",
     {"سمسم", "صفصافة", "الورد", "سرجونة"}),
    ("قصف مدفعي على قرى (سمسومة، صفصافة، تل الورد) غربي إدلب أدى لمقتل طفل.", {"سمسومة", "صفصافة", "تل الورد"}),
    ("تعرضت مدينتي حماة وسمسم لقصف مدفعي أدى لمقتل طفل.", {"مدينتي حماة", "سمسم"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "places"), EACH)
def test_an_attack_on_several_places_is_one_at_each(
    text: str, places: set[str], told: Callable[[str], list[Claim]]
) -> None:
    claims = told(text)
    assert {claim.where.text for claim in claims if claim.where} == places
    assert len({(claim.event, claim.perpetrators) for claim in claims}) == 1
    assert sum(bool(claim.counts) for claim in claims) == 1
    assert len({claim.id for claim in claims}) == len(claims) == len(places)


ONE = [
    ("Shelling on the road between Saraqib and Ariha killed a man.", 1),
    ("Explosions were heard in Kyiv and Moscow denied the strike.", 1),
    ("The army shelled Sarmin, Idlib, Syria, killing four.", 1),
    ("قصف على الطريق الواصل بين سراقب وبنش قتل رجلا.", 1),
    ("Shelling killed three people in Kharkiv and two in Kherson.", 2),
]


@pytest.mark.parametrize(("text", "count"), ONE)
def test_two_names_that_are_no_list_tell_no_second_attack(
    text: str, count: int, told: Callable[[str], list[Claim]]
) -> None:
    assert len([claim for claim in told(text) if claim.polarity == "asserted"]) == count


def test_what_follows_goes_on_with_the_first_of_them(told: Callable[[str], list[Claim]]) -> None:
    claims = told("Russian jets bombed Saraqib and Ariha on Sunday. Three people were killed.")
    assert [claim.where.text for claim in claims if claim.counts and claim.where] == ["Saraqib"]
