"""Names of private people, whom no list knows, are found whole: they are withheld by them."""

import pytest

from ascertain.extract.names import find_actors
from ascertain.knowledge import load
from ascertain.text import Document


@pytest.fixture(scope="module")
def knowledge():
    return load()


def private(text, knowledge):
    found = find_actors(Document(text), None, knowledge)
    return [mention.text for mention in found if mention.parsed.type == "person" and mention.parsed.private]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # an unknown family name behind a known first name, with and without a title
        ("قتل الشاب طارق سمير دهشوري في الغارة.", ["طارق سمير دهشوري"]),
        ("وروى طارق سمير دهشوري أن القصف دمر بيته", ["طارق سمير دهشوري"]),
        ("نقلت وفاة فهد زعتراوي إلى ذويه", ["فهد زعتراوي"]),
        # an unknown first name, told by what follows it
        ("وقالت زمردة فيصل دهشوري إن الغارة دمرت بيتها", ["زمردة فيصل دهشوري"]),
        # between marks, behind a word for a person; everyday words among its parts
        ('أصيبت المعلمة "قمر طارق شريط" قرب المدرسة', ["قمر طارق شريط"]),
        ("استشهاد السيدة ( زمردة عيد الفتيل ) وإصابة ابنتها", ["زمردة عيد الفتيل"]),
        ("مقتل «طارق الفتيل» وهو سائق شاحنة", ["طارق الفتيل"]),
        # lists: by number, by mark, by line, behind words that announce them
        ("أسماء الضحايا:\n1- طارق سمير حافظ\n2- فهد زعتراوي", ["طارق سمير حافظ", "فهد زعتراوي"]),
        ("أدى القصف إلى استشهاد كل من\nطارق سمير دهشوري\nفهد كامل زعتراوي", ["طارق سمير دهشوري", "فهد كامل زعتراوي"]),
        ("وهم: زمردة دهشوري، طارق زعتراوي، وفهد الفتيل.", ["زمردة دهشوري", "طارق زعتراوي", "فهد الفتيل"]),
        # an age behind it
        ("وقد نقل زمرد دهشوري (17 عاماً) إلى المشفى", ["زمرد دهشوري"]),
        # words that stand inside names
        ("أصيب المدني طارق الشيخ سمير بجروح", ["طارق الشيخ سمير"]),
    ],
)
def test_an_arabic_name_is_found_whole(knowledge, text, names):
    assert private(text, knowledge) == names


@pytest.mark.parametrize(
    "text",
    [
        "قالت الوزارة في بيان نشرته إن الغارة نفذت ليلا",  # first names that are words
        "قضى نحبه عن عمر ناهز تسعين عاما",
        "تعهد الطرفان بوقف كامل للعمليات قرب تل رفعت",
        "قصف على مخيم في ريف غازي عنتاب",
        "أصيبت السيدة بجروح خطيرة في حي الشيخ مقصود",
        "أشاد الأسرى بحسن معاملتهم",
        "سقط جرحى بين المدنيين خصوصا سائقي الشاحنات.",
    ],
)
def test_words_that_are_first_names_too_name_nobody(knowledge, text):
    assert private(text, knowledge) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A woman, named as Zumra Adnan Dahshuri, was killed.", ["Zumra Adnan Dahshuri"]),
        ("They were identified as 12-year-old Oryn Zaatrawi and her uncle.", ["Oryn Zaatrawi"]),
        ("Brel Dahshuri, 34, was seriously wounded.", ["Brel Dahshuri"]),
        ("The blast hurt Zumra Dahshuri (57 years old) at home.", ["Zumra Dahshuri"]),
        ("It took the lives of Tariq Zaatrawi and Orlo Fatil.", ["Tariq Zaatrawi", "Orlo Fatil"]),
    ],
)
def test_a_name_in_latin_letters_is_found_by_what_is_said_of_it(knowledge, text, names):
    assert private(text, knowledge) == names


@pytest.mark.parametrize(
    "text",
    [
        "The unit named Fort Orda Brigade withdrew.",
        "Highway North, 34, was closed to traffic by the police.",
        "Fighting went on in Upper Orda and Lower Orda.",
    ],
)
def test_what_is_no_person_is_left_alone(knowledge, text):
    assert [name for name in private(text, knowledge) if "Orda" in name] == []
