"""A picture that two reports share, cropped in one of them: one origin, and shown on the page of each."""

import io
import json
import random

from PIL import Image, ImageDraw

from ascertain.model import Settings


def scene(seed):
    """Draw clouds with many-coloured things on them."""
    chance = random.Random(seed)
    small = Image.new("RGB", (30, 22))
    small.putdata([tuple(chance.randrange(256) for _ in range(3)) for _ in range(30 * 22)])
    picture = small.resize((800, 600), Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(picture)
    for _ in range(80):
        x, y, size = chance.randrange(800), chance.randrange(600), chance.randrange(10, 110)
        corners = [(x + chance.randrange(size), y + chance.randrange(size)) for _ in range(4)]
        draw.polygon(corners, fill=tuple(chance.randrange(256) for _ in range(3)))
    return picture


def jpeg(picture):
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=80)
    return out.getvalue()


def test_the_same_picture_in_two_posts_is_shown_and_joins_them(make_case):
    case = make_case(reports={}, settings=Settings(title="A case", time_zone="Europe/Kyiv", reconstruction=True))
    posts = {
        "first": ("Shelling hit a market in Kherson on 5 May 2023, killing three people.", scene(1)),
        "other": (
            "Three dead after the market of Kherson was shelled on 5 May 2023.",
            scene(1).crop((160, 60, 800, 600)),
        ),
        "third": ("A raid near Mykolaiv on 5 May 2023 killed one person.", scene(2)),
    }
    for number, (name, (words, picture)) in enumerate(posts.items()):
        folder = case.folder / "reports" / name
        folder.mkdir()
        (folder / "photo.jpg").write_bytes(jpeg(picture))
        message = {"id": 1, "type": "message", "date_unixtime": str(1683300000 + number), "from": name, "text": words}
        export = {"name": name, "type": "public_channel", "id": number, "messages": [{**message, "photo": "photo.jpg"}]}
        (folder / "result.json").write_text(json.dumps(export), encoding="utf-8")
    built = case.build()
    items = {item.source: item for item in case.items() if item.platform == "telegram"}
    assert all(len(item.pictures) == 1 for item in items.values())
    pages = [path.read_text() for path in (built.out / "items").glob("*.html")]
    assert sum("The same picture in other reports" in page for page in pages) == 2
    data = json.loads((built.out / "data/dossier.json").read_text())
    shared = [edge for edge in data["edges"] if edge["kind"] == "same_media"]
    assert [{edge["taker"], edge["giver"]} for edge in shared] == [{items["first"].id, items["other"].id}]
    assert "arrangement" in shared[0]["evidence"]
