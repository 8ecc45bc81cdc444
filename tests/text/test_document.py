import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascertain.text import Document, Lexicon, fold_characters, words_of_phrase, words_of_phrases

# Whatever posts hold: NUL, CRLF, combining marks, right-to-left controls, pictures, both scripts, three kinds of digit.
TEXTS = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from(list("\x00\r\n\t #_@*.·ـ\u064b\u0301\u200f\u202e\u2067😀İßﷺ٣۴ابلقتهيk1lled'’")),
    )
)


@given(TEXTS)
def test_every_word_lies_in_the_text_in_order(text):
    document = Document(text)
    assert len(document.flat) == len(text)
    assert len(document.starts) == len(document.ends) == len(document.words)
    last = 0
    for start, end, word in zip(document.starts, document.ends, document.words, strict=True):
        assert last <= start < end <= len(text)
        assert word
        last = end
    assert all(document.quote(i, i + 1) == text[document.starts[i] : document.ends[i]] for i in range(len(document)))
    assert all(document.starts[i] <= start <= document.ends[i] for i, start in enumerate(document.stem_starts))


PHRASES = st.one_of(
    TEXTS, st.from_regex("[A-Za-zء-يа-ґ]{1,3}(( |-| - | [.][.] )[A-Za-zء-يа-ґ]{1,3}){0,5}", fullmatch=True)
)


@given(PHRASES)
def test_a_phrase_has_the_words_that_a_document_of_it_has(phrase):
    assert list(words_of_phrase(phrase)) == Document(phrase).words


@given(st.lists(PHRASES))
def test_many_phrases_have_the_words_that_each_has_by_itself(phrases):
    assert words_of_phrases(phrases) == [tuple(Document(phrase).words) for phrase in phrases]


@given(TEXTS)
def test_sentences_hold_each_word_once(text):
    document = Document(text)
    assert [i for first, last in document.sentences for i in range(first, last)] == list(range(len(document)))


@given(TEXTS)
def test_a_hit_quotes_the_text_and_hits_do_not_overlap(text):
    lexicon = Lexicon([("القصف", 1), ("قتل", 2), ("قوات النظام", 3), ("killed", 4), ("😀", 5)])
    document = Document(f"{text} وبالقصف {text}قتل لقوات النظام {text}")
    last = 0
    for hit in lexicon.find(document):
        assert document.starts[hit.first] <= hit.start < hit.end == document.ends[hit.last - 1]
        assert hit.first >= last
        last = hit.last


@given(TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_no_word_is_made_of_furniture(text, start, length):
    fence = (min(start, len(text)), min(start + length, len(text)))
    document = Document(text, (fence,) if fence[0] < fence[1] else ())
    assert all(end <= fence[0] or start >= fence[1] for start, end in zip(document.starts, document.ends, strict=True))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("مـ ـجـ ـزرة في البلدة", ["مجزره", "في", "البلده"]),
        ("الشهـ..ـيد", ["الشهيد"]),
        ("ش.هـ.ـيد", ["شهيد"]),
        ("شهيـ ـد ومـ.ـقتل", ["شهيد", "ومقتل"]),
        ("ق💔تل", ["قتل"]),
        ("في ق.صف على حلب", ["في", "قصف", "علي", "حلب"]),
        ('"الإسرا.ئيلي"', ['"', "الاسراييلي", '"']),
        ("ال.جيش في العد.وان على ش.هداء", ["الجيش", "في", "العدوان", "علي", "شهداء"]),
        ("ق.ت.ل", ["قتل"]),
        ("k1lled and mu*rdered", ["killed", "and", "murdered"]),
        ("k i l l e d", ["killed"]),
        ("الاحتـــلال", ["الاحتلال"]),
        ("شَهِيد", ["شهيد"]),
    ],
)
def test_disguised_words_are_read_as_meant(text, words):
    assert Document(text).words == words


@pytest.mark.parametrize(
    "text",
    [
        "أ ف ب",
        "د.محمد",
        "قصف على حلب.وأصيب طفل",
        "قصف🔴عاجل",
        "لـ قوات",
        "عام 1442 هـ الموافق",
        "M1A2 Su-24 F16",
        "U.S. 5 k 3 m",
    ],
)
def test_words_that_are_no_disguise_stay_apart(text):
    document = Document(text)
    assert all(" " not in document.quote(i, i + 1) for i in range(len(document)))
    assert "قصفعاجل" not in document.words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("#قصف_اسرائيلي على #ريف_حلب", ["قصف", "اسراييلي", "علي", "ريف", "حلب"]),
        ("#StopTheWar2022", ["stop", "the", "war", "2022"]),
        ("read https://example.org/a_b?c=1 and a@b.org now", ["read", "and", "now"]),
        ("Syria's army", ["syria", "'s", "army"]),
        ("Da'esh in Sana’a", ["da'esh", "in", "sana'a"]),
        ("٣٥ قتيلاً", ["35", "قتيلا"]),
    ],
)
def test_tags_are_words_and_addresses_are_not(text, words):
    assert Document(text).words == words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("وللنظام", "نظام"),
        ("بالنظام", "النظام"),
        ("والنظام", "النظام"),
        ("نظاما", None),
        ("لقوات النظام", "قوات النظام"),
        ("والطيران المسيّر", "الطيران المسيّر"),
    ],
)
def test_names_are_found_behind_particles_with_their_article(text, found):
    lexicon = Lexicon([("النظام", 1), ("قوات النظام", 2), ("طيران مسير", 3), ("نظام الأسد", 4)])
    hits = lexicon.find(Document(text))
    assert [text[hit.start : hit.end] for hit in hits] == ([found] if found else [])


@given(TEXTS)
def test_folding_keeps_the_length_and_is_stable(text):
    once = fold_characters(text)
    assert len(once) == len(text)
    assert fold_characters(once) == once


@pytest.mark.parametrize(
    ("headline", "parts"),
    [
        ("Rockets on Tawila kill three |Army goes on shelling the rebel-held hills of Zor", 2),
        ("غارات على قرية كفر مازن تقتل ثلاثة | الجيش يواصل قصف التلال", 2),
        ("Drone attack | Five killed and wounded on the road to Tawila", 1),
        ("عاجل | إصابة مدني بقصف مدفعي على أطراف المدينة", 1),
        ("One long line of words about nothing\nDrone attack | Five killed", 2),
    ],
)
def test_a_bar_parts_a_headline_and_not_its_rubric(headline, parts):
    assert len(Document(headline).sentences) == parts
