import pytest

from ascertain.extract.names import find_actors
from ascertain.knowledge import load
from ascertain.text import Document


@pytest.fixture(scope="module")
def knowledge():
    return load()


def names(text, knowledge):
    return [mention.text for mention in find_actors(Document(text), "en", knowledge)]


@pytest.mark.parametrize(
    ("text", "letters", "times"),
    [
        ("The World Rebuilding Fund (WRF) paid. Clerks from the WRF came to Orda.", "WRF", 2),
        ("The Free Orda Movement (FOM) attacked. On Monday the FOM spoke.", "FOM", 2),
        ("Antiquities were kept by the National Board of Antiquities and Heritage (NBAH) at first.", "NBAH", 1),
        ("The World Rebuilding Fund (Orda) paid.", "ORDA", 0),
        ("The World Rebuilding Fund (XYZ) paid. XYZ is in Orda.", "XYZ", 0),
        ("The WRF came first, the World Rebuilding Fund (WRF) later.", "WRF", 1),
    ],
)
def test_an_abbreviation_given_behind_a_name_names_it(knowledge, text, letters, times):
    assert names(text, knowledge).count(letters) == times


def test_what_is_abbreviated_is_read_whole_where_only_the_letters_tell_it(knowledge):
    found = names("It was kept by the National Board of Antiquities and Heritage (NBAH) at first.", knowledge)
    assert "National Board of Antiquities and Heritage" in found


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("They asked for support of the government of Iraq in this.", "government of Iraq"),
        ("Russia, Turkey and Iran agreed on a plan.", "Turkey"),
        ("Ties of the UK-France kind: France said yes.", "France"),
    ],
)
def test_states_are_parties_where_they_act(knowledge, text, party):
    assert party in names(text, knowledge)


@pytest.mark.parametrize("text", ["They left for Orda, Turkey to help.", "He spoke while visiting Turkey on Monday."])
def test_states_are_places_behind_a_town_or_a_visit(knowledge, text):
    assert "Turkey" not in names(text, knowledge)


@pytest.mark.parametrize(
    "text",
    ["The military campaign goes on.", "A terrorist attack was foiled.", "There were civilian casualties in Orda."],
)
def test_a_noun_that_only_describes_a_deed_names_nobody(knowledge, text):
    assert names(text, knowledge) == []


def test_who_is_named_with_an_office_behind_a_comma_is_a_person(knowledge):
    text = "Gareb Bayler, the British envoy for Orda, spoke. Later Bayler left."
    assert [name for name in names(text, knowledge) if "Bayler" in name] == ["Gareb Bayler", "Bayler"]


def test_a_surname_stands_before_what_tells_which_of_the_name(knowledge):
    assert names("Charles H. Roebank IV was hurt. Roebank left.", knowledge) == ["Charles H. Roebank IV", "Roebank"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We urge Russia to press the regime to stop.", "the regime"),
        ("They support the Government of Orda and the Iraqi people.", "Iraqi people"),
        ("In November 2006 the Islamic Association got a permit.", "Islamic Association"),
        ("Attack in Iraq\nMinister Jane Roe said: I condemn it.", "Minister Jane Roe"),
        ("Secretary of State Roebank and Secretary of Defense John Roe will meet.", "Secretary of State Roebank"),
        ("Secretary of State Roebank and Secretary of Defense John Roe will meet.", "Secretary of Defense John Roe"),
    ],
)
def test_names_end_where_they_end(knowledge, text, name):
    assert name in names(text, knowledge)


@pytest.mark.parametrize("text", ["P.K.K. fighters killed two men.", "On Monday the P.K.K. attacked a post."])
def test_letters_with_full_stops_name_a_party(knowledge, text):
    found = [actor for mention in find_actors(Document(text), "en", knowledge) for actor in mention.parsed.actors]
    assert "pkk" in found
