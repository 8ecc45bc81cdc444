"""Page furniture is marked by offsets; the author's words never are."""

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascertain.collect.furniture import furniture_of, mark_furniture
from ascertain.model import Item


def kept(text: str, **fields: str) -> str:
    """Return what is left of `text` once its furniture is taken out, in lines that are not empty."""
    left, position = "", 0
    for start, end in mark_furniture(Item(id="a", text=text, **fields)).furniture:
        left += text[position:start]
        position = end
    left += text[position:]
    return "\n".join(line.strip() for line in left.splitlines() if line.strip())


X_PAGE = """Copy link to Tweet

Embed Tweet

Rockets hit the bakery in Marat an hour ago, two killedpic.twitter.com/Ab3dEf

3 Retweets

12 Likes

Passer By\u200f @passerby9

5h5 hours ago

More

Copy link to Tweet

Embed Tweet

Replying to @radar

I heard that ten were killed

0 replies

Reply

Like

Undo

Back to top ↑

Loading seems to be taking a while.

Twitter may be over capacity or experiencing a momentary hiccup. Try again or visit Twitter Status."""


def test_what_x_and_other_people_add_to_a_post_is_furniture() -> None:
    assert kept(X_PAGE, source="@radar", platform="x") == "Rockets hit the bakery in Marat an hour ago, two killed"


def test_a_thread_by_the_author_stays() -> None:
    own = X_PAGE.replace("@passerby9", "@radar").replace("I heard that ten were killed", "A third man has died since")
    assert "A third man has died since" in kept(own, source="@radar", platform="x")


def test_the_head_and_tail_that_a_page_runs_into_the_words_are_furniture() -> None:
    head, tail = "ConversationRadar of Idlib@radar_idlib", "9:49 AM · Aug 19, 2021·Twitter Web App3 Retweets12 Likes"
    text = f"{head}Shelling of Binnish now{tail}"
    assert kept(text, source="@radar_idlib", platform="x") == "Shelling of Binnish now"


def test_a_preview_cut_short_gives_way_to_the_whole_post() -> None:
    whole = "Two killed by a mine near Khan:\nA man and his son were killed at noon."
    cut = "Two killed by a mine near Khan:\nA man and his son were..."
    assert kept(f"{cut}\n\n{whole}", platform="facebook") == whole


ARTICLE = """الرئيسية
سياسة
اقتصاد
رياضة

مقتل رجلين بقصف على سوق المدينة

قال مراسلنا إن القصف استهدف السوق صباح اليوم الخميس وأدى إلى مقتل رجلين من عائلة واحدة وإصابة طفل.

وأضاف أن فرق الإسعاف نقلت المصاب إلى مشفى المدينة قبل أن يتجدد القصف على الحي نفسه بعد ساعة.

اقرأ أيضاً: مقتل خمسة في غارة على قرية أخرى

وأكد مصدر طبي أن حالة الطفل مستقرة وأنه سيغادر المشفى خلال يومين إذا لم تحدث مضاعفات.

مقالات ذات صلة

عشرون قتيلا في معارك البادية أمس

تركيا ترسل تعزيزات جديدة إلى الحدود

اترك تعليقاً إلغاء الرد"""


def test_menus_links_and_comments_of_an_arabic_page_are_furniture() -> None:
    words = kept(ARTICLE, platform="web", title="مقتل رجلين بقصف على سوق المدينة | وكالة")
    assert words.startswith("مقتل رجلين بقصف على سوق المدينة\nقال مراسلنا")
    assert words.endswith("مضاعفات.")
    for stranger in ("خمسة", "عشرون", "تركيا", "الرئيسية", "اقتصاد"):
        assert stranger not in words


def test_loose_headlines_below_an_english_article_are_furniture_and_a_list_of_victims_is_not() -> None:
    body = (
        "Shells fell on the village at dawn and killed three people, the mayor told our reporter by telephone.\n\n"
        "Rescuers searched the ruins until the evening, he said, and found nobody else under the collapsed roofs.\n\n"
    )
    links = (
        "Minister visits the northern port city again\n\nPrice of bread rises for third week running\n\n"
        "Rain expected across the whole coast tomorrow…"
    )
    victims = (
        "1- Salim, a farmer from the village\n\n2- Huda, his wife of thirty years\n\n3- Their neighbour, an old man"
    )
    assert kept(body + links, platform="web") == "\n".join(line for line in body.splitlines() if line)
    assert kept(body + victims, platform="web").endswith("an old man")


def test_what_an_article_is_filed_under_below_it_is_furniture_and_names_of_the_dead_are_not() -> None:
    told = "\n\n".join(
        (
            "Shelling of the market in Orda at dawn on Wednesday killed a woman and hurt her children, rescuers said.",
            "The first aid post in the next village was struck an hour later and burnt down; nobody was in it.",
        )
    )
    filed = told + "\n\nShelling\n\nA woman killed\n\nAid post burnt down\n\nLatest news\n\nA bridge is opened"
    assert kept(filed, url="https://news.example/1") == kept(told, url="https://news.example/1")
    named = told + "\n\nThe dead are:\n\nSamira Orda\n\nNadim Orda\n\nLatest news\n\nA bridge is opened"
    assert "Nadim Orda" in kept(named, url="https://news.example/1")
    assert "A woman killed" in kept(told + "\n\nShelling\n\nA woman killed\n\nAid post", url="https://news.example/1")


def test_related_links_above_the_article_end_where_it_begins() -> None:
    text = (
        "Related News\n\nMan killed by unknown gunmen in the east, May 3\n\nBoy hurt by old mine, May 2\n\n"
        "Artillery fired from the ridge hit a farmhouse outside the town on Monday morning, wounding a woman."
    )
    assert kept(text).startswith("Artillery fired") and "gunmen" not in kept(text)


def _keeps() -> list[str]:
    folder = files("ascertain.collect") / "chrome"
    return [
        line
        for file in sorted(folder.iterdir(), key=lambda entry: entry.name)
        for line in tomllib.loads(file.read_text(encoding="utf-8"))["keep"]
    ]


@pytest.mark.parametrize("line", _keeps())
@pytest.mark.parametrize("platform", ["x", "facebook", "telegram", "web"])
def test_a_line_that_carries_a_claim_is_never_furniture(line: str, platform: str) -> None:
    assert furniture_of(Item(id="a", text=line, platform=platform)) == []
    around = f"Log in\n\n{line}\n\n3 Likes"
    assert line in kept(around, platform=platform)


@given(st.text(alphabet=st.sampled_from(list("ab .\n\r\u200f\u0651مقتل…@·12:\x00\ud800😀Related")), max_size=120))
def test_ranges_are_sorted_disjoint_and_within_the_text(text: str) -> None:
    for platform in ("x", "web", None):
        ranges = mark_furniture(Item(id="a", text=text, platform=platform, source="@a")).furniture
        position = 0
        for start, end in ranges:
            assert position <= start < end <= len(text)
            position = end + 1


def test_marking_is_fast() -> None:
    import time

    item = Item(id="a", text=ARTICLE * 400, platform="web")
    mark_furniture(item)
    times = []
    for _ in range(5):  # the quickest: what else the machine does only makes it slower
        start = time.process_time()
        mark_furniture(item)
        times.append(time.process_time() - start)
    assert len(item.text.encode()) / min(times) > 2_000_000, "bytes a second"


WRAPPED = """Radio of the front, in Spanish, at noon: the column attacked the garrison in the hills before dawn
and killed two sergeants, the commander said. He added that the rebels had taken rifles and a
radio, that nobody had been captured, and that the men were back in their camp by
Follow
the river, and that the fight went on
"""


def test_a_text_broken_into_lines_of_one_length_keeps_all_its_lines() -> None:
    for platform in ("web", None):
        item = Item(id="a", text=WRAPPED, platform=platform)
        assert mark_furniture(item).furniture == ()


def test_entries_of_a_list_that_say_the_same_of_two_days_stay() -> None:
    day = "- Near the town, one strike hit a tactical unit and destroyed a vehicle."
    text = f"On March 3 the coalition conducted two strikes.\n\n{day}\n\nOn March 4 it conducted one.\n\n{day}"
    assert kept(text, platform="web").count("Near the town") == 2
