"""X (Twitter): `tweets.js` of an account's archive, and single posts as JSON from its programming interfaces."""

import hashlib
import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

from ascertain.collect.decoding import no_json
from ascertain.collect.interface import Looks
from ascertain.collect.records import item_from_record
from ascertain.model import Capture, Item, Skipped

_ASSIGNMENT = re.compile(rb"^\s*window\.YTD\.(?:tweets?|community_tweet|deleted_tweets?|note_tweet)\.part\d+\s*=\s*")
_ACCOUNT = re.compile(rb"^\s*window\.YTD\.account\.part0\s*=")
_HANDLE = re.compile(r'"username"\s*:\s*"(\w{1,15})"')
_RETWEET = re.compile(r"^RT @(\w{1,15}):")
_STATUS = re.compile(r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/(\w{1,15})/status/(\d+)")


class XPosts:
    """Reads posts; one that repeats or quotes another keeps it as `shares`."""

    name = "x_posts"
    priority = 20

    def accepts(self, path: Path) -> bool:
        """Return whether this begins as an archive's file or a post's JSON does."""
        if path.suffix.lower() not in (".js", ".json"):
            return False
        with path.open("rb") as file:
            head = file.read(4096)
        if _ASSIGNMENT.match(head) or _ACCOUNT.match(head):
            return True
        numbered = b'"id_str"' in head or b'"rest_id"' in head
        return path.suffix.lower() == ".json" and (
            (numbered and b"text" in head) or (b'"author_id"' in head and b'"text"' in head)
        )

    def read(self, path: Path, name: str) -> Iterator[Capture | Item | Skipped | Looks]:
        """Yield the capture and its posts, or whose archive it is."""
        content = path.read_bytes()
        yield Capture(content=content, name=name, media_type="application/json", how=self.name)
        if _ACCOUNT.match(content):
            yield _skip(name, "the file tells whose archive it is, and is no report", "none needed")
            yield Looks(account=_handle(content))
            return
        digest = hashlib.sha256(content).hexdigest()
        try:
            posts = _posts(json.loads(_ASSIGNMENT.sub(b"", content, count=1)))
        except (ValueError, RecursionError) as error:
            yield _skip(name, f"the file is not sound JSON ({no_json(error)})", "ask X for the archive again")
            return
        for position, post in enumerate(posts, 1):
            yield _post(post, f"{name}#{position}", digest, position)
        if not posts:
            yield _skip(name, "the file holds no posts", "leave it out")


def _posts(data: Any) -> list[Any]:
    """Return the posts of whichever form: the archive's list, one post, a list, or the v2 interface's answer."""
    users: dict[str, str] = {}
    if isinstance(data, dict) and "data" in data:
        users, data = _users(data.get("includes")), data["data"]
    return [_named(one, users) for one in (data if isinstance(data, list) else [data])]


def _users(includes: Any) -> dict[str, str]:
    """Return the names of accounts by their numbers."""
    users = _objects(includes.get("users") if isinstance(includes, dict) else None)
    return {str(one["id"]): str(one["username"]) for one in users if "id" in one and "username" in one}


def _objects(value: Any) -> list[dict[str, Any]]:
    """Return the objects of a list; anything else holds none."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _named(one: Any, users: dict[str, str]) -> Any:
    """Return a post with its author's name; what is no post is given back as it is, to be told of."""
    post = _flat(one.get("tweet") or one.get("noteTweet") or one) if isinstance(one, dict) else one
    return {**post, "username": users.get(str(post.get("author_id", "")))} if isinstance(post, dict) else post


def _flat(post: Any) -> Any:
    """Return a post with what the page's own interface sets apart: `legacy` for its words, `core` for its author."""
    if not isinstance(post, dict):
        return post
    legacy = post.get("legacy")
    if isinstance(legacy, dict):
        core: Any = post.get("core") or {}
        while isinstance(core, dict) and "legacy" not in core and ("user_results" in core or "result" in core):
            core = core.get("user_results") or core.get("result")
        user = core.get("legacy") if isinstance(core, dict) else None
        number = post.get("rest_id") or legacy.get("id_str")
        return {**legacy, "note_tweet": post.get("note_tweet"), "id_str": number, "user": user or {}}
    if "noteTweetId" in post:
        return {"id": f"note-{post['noteTweetId']}", "core": post.get("core"), "created_at": post.get("createdAt", "")}
    return post


def _post(post: Any, where: str, digest: str, position: int) -> Item | Skipped:
    if not isinstance(post, dict):
        return _skip(where, "what stands there is no post", "ask X for the archive again")
    text = _words(post)
    if not isinstance(text, str) or not text.strip():
        return _skip(where, "the post holds no words", "collect its picture or video by itself")
    text = unescape(text)  # X sends & < and > as entities, and nothing else
    user = post.get("user") if isinstance(post.get("user"), dict) else {}
    handle = (user or {}).get("screen_name") or post.get("username")
    number = str(post.get("id_str") or post.get("id") or "")
    record = {
        "id": f"x-{number}" if number else None,
        "text": text,
        "source": f"@{handle}" if handle else None,
        "author": (user or {}).get("name"),
        "url": f"https://x.com/{handle or 'i'}/status/{number}" if number else None,
        "platform": "x",
        "published_at": str(post.get("created_at", "")),
        "lang": post.get("lang") if post.get("lang") not in ("und", "qme", "zxx") else None,
        "shares": _shared(post, text),
        "answers": _answered(post),
        "media": list(_media(post)),
        "notes": ["the account's archive lists it among its own deleted posts"] if post.get("deleted_at") else [],
    }
    return item_from_record(record, capture=digest, position=position)


def _words(post: dict[str, Any]) -> Any:
    """Return a post's words: those of the long form, where it has one."""
    for value in (post.get("note_tweet"), post.get("core")):
        while isinstance(value, dict) and "text" not in value:
            value = next((value[key] for key in ("note_tweet_results", "result") if key in value), None)
        if isinstance(value, dict) and isinstance(value.get("text"), str):
            return value["text"]
    return post.get("full_text") or post.get("text") or ""


def _media(post: dict[str, Any]) -> Iterator[str]:
    """Yield the names of a post's pictures, as an archive keeps them in its folder of media."""
    held = post.get("extended_entities") or post.get("entities")
    for one in _objects(held.get("media") if isinstance(held, dict) else None):
        if isinstance(one.get("media_url_https"), str):
            yield f"tweets_media/{post.get('id_str', '')}-{one['media_url_https'].rsplit('/', 1)[-1]}"


def _shared(post: dict[str, Any], text: str) -> str | None:
    """Return the post that this one repeats or quotes, or the account that it repeats."""
    for key in ("retweeted_status", "quoted_status"):
        other = post.get(key)
        if isinstance(other, dict) and other.get("id_str"):
            return f"x-{other['id_str']}"
    for reference in _objects(post.get("referenced_tweets")):
        if reference.get("id") and reference.get("type") != "replied_to":
            return f"x-{reference['id']}"
    if match := _RETWEET.match(text):
        return f"@{match[1]}"
    entities = post.get("entities")
    for link in _objects(entities.get("urls") if isinstance(entities, dict) else None):
        if match := _STATUS.match(str(link.get("expanded_url", ""))):
            return f"x-{match[2]}"
    return None


def _answered(post: dict[str, Any]) -> str | None:
    """Return the post that this one replies to."""
    for reference in _objects(post.get("referenced_tweets")):
        if reference.get("id") and reference.get("type") == "replied_to":
            return f"x-{reference['id']}"
    answered = post.get("in_reply_to_status_id_str")
    return f"x-{answered}" if answered else None


def _handle(content: bytes) -> str:
    match = _HANDLE.search(content[:4096].decode("utf-8", "replace"))
    return match[1] if match else ""


def _skip(where: str, why: str, remedy: str) -> Skipped:
    return Skipped(stage="collect", item=where, why=why, remedy=remedy)


collector = XPosts()
