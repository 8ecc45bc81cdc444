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


@pytest.mark.parametrize(
    "text",
    [
        "قصفت القوات مناطق في سراقب وحماة بريف إدلب، ما أدى لمقتل رجل وإصابة 4 آخرين بجروح في حماة.",
        "Shells hit Saraqib and Hama on Sunday, killing a man and wounding four people in Hama.",
    ],
)
def test_a_toll_with_one_of_the_places_behind_it_is_that_ones(text: str, told: Callable[[str], list[Claim]]) -> None:
    claims = told(text)
    tolls = {claim.where.text: len(claim.counts) for claim in claims if claim.where}
    assert tolls in ({"سراقب": 0, "حماة": 2}, {"Saraqib": 0, "Hama": 2})


SIMILAR = [
    ("أصيب مدني بقصف على سراقب، وطال قصف مماثل بلدة النيرب.", {"سراقب": 1, "بلدة النيرب": 0}),
    ("Shelling on Sarmin killed a man, and a similar attack on Ariha wounded two children.", {"Sarmin": 1, "Ariha": 1}),
]


@pytest.mark.parametrize(("text", "tolls"), SIMILAR)
def test_a_similar_attack_is_another(text: str, tolls: dict[str, int], told: Callable[[str], list[Claim]]) -> None:
    assert {claim.where.text: len(claim.counts) for claim in told(text) if claim.where} == tolls


def test_an_ally_is_no_place(told: Callable[[str], list[Claim]]) -> None:
    (claim,) = told("أصيب طفلان إثر قصف لقوات النظام وحليفته روسيا في بلدة النيرب غربي إدلب.")
    assert claim.where is not None
    assert claim.where.text == "بلدة النيرب"
