"""Records of every kind of export, whole and rich, each of whose values is put in the place of every other kind."""

import copy
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

ODD: tuple[Any, ...] = (
    None, True, -1, 1.5, 10**400, float("inf"), "", "x", "\x00\ud800", "http://[", "9" * 5_000, [], [[]], [None, 3, {}],
    {}, {"id": {}}, {"text": [], "url": {}},
)  # fmt: skip


class Shape(NamedTuple):
    """A collector's name, the name of a file that it reads, what the file holds, and how that is written."""

    collector: str
    name: str
    record: Any
    write: Callable[[Any], bytes] = lambda record: json.dumps(record).encode()


def _x_archive(record: Any) -> bytes:
    return b"window.YTD.tweets.part0 = " + json.dumps(record).encode()


def _atlos_zip(record: Any) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("atlos/a1/metadata.json", json.dumps(record))
        archive.writestr("atlos/a1/s1/a.jpg", b"x")
    return out.getvalue()


def _wacz(record: Any) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("datapackage.json", json.dumps(record))
        archive.writestr("archive/a.warc", b"WARC/1.0\r\n")
        archive.writestr("pages/pages.jsonl", json.dumps(record))
    return out.getvalue()


_MESSAGE = {
    "id": 2, "type": "message", "date": "2019-03-04T10:00:00", "date_unixtime": "1551700000",
    "from": "Radar", "from_id": "channel1", "forwarded_from": "Harbour", "reply_to_message_id": 1,
    "edited_unixtime": "1551700100", "photo": "photos/a.jpg", "file": "files/b.pdf",
    "text": ["Two shells ", {"type": "bold", "text": "fell"}, "."],
}  # fmt: skip
_POST = {
    "id_str": "1", "full_text": "RT @radar: Two shells fell. https://t.co/x",
    "created_at": "Mon Mar 04 10:00:00 +0000 2019", "lang": "en", "in_reply_to_status_id_str": "7",
    "user": {"screen_name": "radar", "name": "Radar"},
    "entities": {"urls": [{"expanded_url": "https://x.com/a/status/9"}], "media": [{"media_url_https": "https://a/b"}]},
    "extended_entities": {"media": [{"media_url_https": "https://a/b.jpg"}]}, "retweeted_status": {"id_str": "3"},
    "quoted_status": {"id_str": "4"}, "deleted_at": "2019",
}  # fmt: skip
SHAPES = {
    "Telegram": Shape(
        "telegram_export", "result.json", {"name": "Radar", "type": "public_channel", "id": 1, "messages": [_MESSAGE]}
    ),
    "Telegram, an account": Shape(
        "telegram_export", "result.json",
        {"personal_information": {}, "chats": {"about": "x", "list": [{"name": "a", "id": 1, "messages": [_MESSAGE]}]}},
    ),
    "X, archive": Shape("x_posts", "tweets.js", [{"tweet": _POST}], _x_archive),
    "X, notes": Shape(
        "x_posts", "tweets.js",
        [{"noteTweet": {"noteTweetId": "1", "createdAt": "2019-03-04T10:00:00Z", "core": {"text": "Two shells."}}}],
        _x_archive,
    ),
    "X, one post": Shape("x_posts", "a.json", _POST),
    "X, v2": Shape(
        "x_posts", "a.json",
        {"data": [{"id": "1", "author_id": "2", "text": "Two shells fell.", "created_at": "2019-03-04T10:00:00Z",
                   "referenced_tweets": [{"type": "quoted", "id": "5"}, {"type": "replied_to", "id": "6"}]}],
         "includes": {"users": [{"id": "2", "username": "radar"}]}},
    ),
    "X, page's own": Shape(
        "x_posts", "a.json",
        {"rest_id": "1", "legacy": {"full_text": "Two shells fell."},
         "core": {"user_results": {"result": {"legacy": {"screen_name": "radar", "name": "Radar"}}}},
         "note_tweet": {"note_tweet_results": {"result": {"text": "Two shells fell on Marat."}}}},
    ),
    "auto-archiver": Shape(
        "auto_archiver", "metadata.json",
        {"status": "wayback: success", "metadata": {"url": "https://a.example", "title": "x", "content": "Two shells.",
         "timestamp": "2019-03-04T10:00:00Z", "_processed_at": "2019-03-05", "author": "a"},
         "media": [{"filename": "a.jpg", "_key": "k", "properties": {"pdq_hash": "ff", "hash": "00", "id": "m"}}]},
    ),
    "TimeMap": Shape(
        "timemap", "a.json",
        {"events": [{"id": 1, "description": "Two shells.", "date": "2019-03-04", "time": "10:00", "location": "Marat",
                     "latitude": "1", "longitude": "2", "sources": ["s1", {"paths": ["https://a.example"]}]}],
         "sources": {"s1": {"id": "s1", "url": "https://a.example", "paths": ["https://b.example"]}}},
    ),
    "records": Shape(
        "json_records", "a.json",
        {"items": [{"id": "a", "text": "Two shells.", "source": "Radar", "published_at": "2019-03-04", "url": "x",
                    "media": [{"filename": "a.jpg"}], "furniture": [[0, 2]], "hidden": [[3, 4]], "notes": ["n"],
                    "metadata": {"title": "x"}}]},
    ),
    "JSON Lines": Shape(
        "items_jsonl", "a.jsonl",
        {"id": "a", "text": "Two shells.", "source": "Radar", "author": "A", "title": "T", "url": "x", "platform": "x",
         "published_at": "2019-03-04", "collected_at": "2019", "lang": "en", "shares": "b", "answers": "c",
         "media": ["a.jpg"], "furniture": [[0, 2]], "hidden": [[3, 4]], "notes": ["n"]},
    ),
    "Atlos, export": Shape(
        "atlos", "a.zip",
        {"slug": "a1", "attr_description": "Two shells.", "attr_date": "2019-03-04", "attr_status": "x", "project":
         {"name": "P"}, "inserted_at": "2019", "source_material": [{"source_url": "https://a.example"}]},
        _atlos_zip,
    ),
    "WACZ": Shape("warc", "a.wacz", {"resources": [{"path": "archive/a.warc", "hash": "sha256:00", "bytes": 1}]},
                  _wacz),
}  # fmt: skip


def changed(record: Any) -> Iterator[Any]:
    """Yield the record with each of its values, itself too, taken out or put another kind of value in its place."""
    yield from ODD
    for path in _paths(record):
        for odd in (*ODD, _GONE):
            made = copy.deepcopy(record)
            held = made
            for step in path[:-1]:
                held = held[step]
            if odd is _GONE:
                del held[path[-1]]
            else:
                held[path[-1]] = odd
            yield made


_GONE = object()


def _paths(record: Any) -> Iterator[tuple[Any, ...]]:
    inner = record.items() if isinstance(record, dict) else enumerate(record) if isinstance(record, list) else ()
    for key, value in inner:
        yield (key,)
        yield from ((key, *rest) for rest in _paths(value))
