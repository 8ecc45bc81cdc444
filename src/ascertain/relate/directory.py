"""Whose word it is: the voice behind a source's name, an account or a speaker.

A voice is what can be at most one origin: an outlet with all its accounts, the outlets of one publisher, a party to
the conflict with all its offices, spokesmen and anonymous officials.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from urllib.parse import urlsplit

from ascertain.knowledge import Knowledge
from ascertain.model import Actor, Item, Source, Speaker
from ascertain.text.fold import fold

PARTIES = frozenset(("military", "armed_group", "government", "party"))
# Roles of a source that publishes in a party's own name, as against an outlet that is close to it.
_OWN_WORD = re.compile(
    r"\b(official|state|party|ministry|military|government|armed (?:forces|group)|spokes\w+|command|"
    r"(?:press|media|information) office)\b"
)
# Speakers of these roles speak for an institution even where nobody names them.
_OFFICIAL_ROLES = frozenset(("official", "spokesman", "military_source", "defence_official", "security_source"))
# On these hosts an address names an account, not a publisher.
_PLATFORMS = frozenset(
    "x.com twitter.com mobile.twitter.com facebook.com m.facebook.com t.me telegram.me youtube.com youtu.be "
    "instagram.com tiktok.com vk.com archive.org web.archive.org archive.ph archive.is".split()
)
_NOBODY = frozenset(("", "facebook", "twitter", "x", "telegram", "youtube", "instagram", "tiktok", "web", "unknown"))
_QUOTES = re.compile(r'["“”„«»]')
_CLIMBS = ("part_of", "armed_wing_of")
_STATE_MEDIA = "state_media"


@dataclass(frozen=True)
class Voice:
    """One voice: its key, its name, and the party whose own word it is or the side which it is close to."""

    key: str
    name: str
    party: str | None = None
    side: str | None = None
    reliability: str = "F"

    @property
    def unstated(self) -> bool:
        """Whether nobody is named at all."""
        return self.key == UNSTATED.key


UNSTATED = Voice("nobody", "publishers that are not named")


@lru_cache(maxsize=65_536)
def name_key(name: str) -> str:
    """Return a name as it is compared: folded, without quotation marks or a leading @ or #, and with single spaces."""
    return " ".join(fold(_QUOTES.sub("", name)).strip("@# \t\n.:|").split())


class Directory:
    """Looks up voices by what the packs and the collection itself know of who publishes."""

    def __init__(self, knowledge: Knowledge, items: Iterable[Item]) -> None:
        """Index the packs' sources and actors, and the sources that the items name.

        Ties between parties are taken as they held when the last of the items came out.
        """
        items = list(items)
        self._day = max((item.published_at[:10] for item in items if item.published_at), default=None)
        self._actors: Mapping[str, Actor] = {actor.id: actor for actor in knowledge.actors}
        self._voices: dict[str, Voice] = {}
        self._ids: dict[str, Voice] = {}
        self._outlets: dict[str, Voice] = {}
        for source in knowledge.sources:
            self._add_source(source)
        for actor in knowledge.actors:
            self._add_actor(actor)
        self._names = dict(self._voices)
        self._nations = {
            name_key(word): self._party_voice(nation.code.lower())
            for nation in knowledge.nations
            for word in (nation.adjective, *nation.adjectives, *nation.names, *nation.metonyms)
        }
        self._hosts = self._single_hosts(items)

    def _add_source(self, source: Source) -> None:
        voice = self._voice_of_source(source)
        self._ids[source.id] = voice
        for name in (source.name, *source.aliases, *source.accounts):
            self._voices.setdefault(name_key(name), voice)
            if voice.party and source.role == _STATE_MEDIA:
                self._outlets.setdefault(name_key(name), self._voice_of_outlet(source))

    def _voice_of_source(self, source: Source) -> Voice:
        if source.side and source.role and _OWN_WORD.search(source.role.casefold().replace("_", " ")):
            return self._party_voice(source.side, source.reliability)
        return self._voice_of_outlet(source)

    def _voice_of_outlet(self, source: Source) -> Voice:
        owner = source.publisher or source.network
        key = f"publisher:{name_key(owner)}" if owner else f"source:{name_key(source.name)}"
        return Voice(key, owner or source.name, side=source.side, reliability=source.reliability)

    def _add_actor(self, actor: Actor) -> None:
        if actor.generic or actor.private or actor.type in ("civilians", "nationality"):
            return
        known = next((v for n in (actor.name, *actor.aliases) if (v := self._voices.get(name_key(n)))), None)
        led = self._actors.get(actor.side or "") if actor.type == "person" else None
        if actor.type in PARTIES or (led is not None and led.type in PARTIES):  # a head of state speaks for the state
            voice = self._party_voice(actor.id)
        else:
            voice = known or Voice(f"source:{name_key(actor.name)}", actor.name, side=actor.side)
        self._ids.setdefault(actor.id, voice)
        for name in (actor.name, *actor.aliases):
            self._voices.setdefault(name_key(name), voice)

    def _party_voice(self, actor_id: str, reliability: str = "F") -> Voice:
        head = self.head(actor_id)
        name = self._actors[head].name if head in self._actors else head
        return Voice(f"party:{head}", name, party=head, side=head, reliability=reliability)

    def head(self, actor_id: str) -> str:
        """Return the party at the head of an actor's side: up through what it is part of, then to its side's head."""
        seen = {actor_id}
        while (actor := self._actors.get(actor_id)) is not None:
            up = next((tie.to for tie in actor.relations if tie.kind in _CLIMBS and tie.holds_on(self._day)), None)
            up = up or actor.side
            if up is None or up in seen:
                break
            seen.add(up)
            actor_id = up
        return actor_id

    def _single_hosts(self, items: Iterable[Item]) -> dict[str, Voice]:
        """Return the sites on which an item names a source that the packs know."""
        found: dict[str, Voice] = {}
        for item in items:
            voice = self._names.get(name_key(item.source or ""))
            host = host_of(item.url)
            if voice and host:
                found.setdefault(host, voice)
        return found

    def of_item(self, item: Item) -> Voice:
        """Return the voice that publishes an item."""
        host = host_of(item.url)
        for name in (item.source, item.author):
            key = name_key(name or "")
            if key in _NOBODY:
                continue
            if key in self._voices:
                return self._voices[key]
            if host:
                return self._hosts.get(host) or Voice(f"site:{host}", name or host)
            return Voice(f"source:{key}", name or key)
        if account := account_of(item.url):
            return self._voices.get(name_key(account)) or Voice(f"source:{name_key(account)}", account)
        if host:
            return self._hosts.get(host) or Voice(f"site:{host}", host)
        return self._heading(item) or UNSTATED

    def _heading(self, item: Item) -> Voice | None:
        """Return whose name is all of the first line of an item without a source, as on a picture of a post."""
        first = next((line for line in item.text.splitlines() if line.strip()), "")
        return self._names.get(name_key(first)) if len(name_key(first)) > 2 else None

    def of_speaker(self, speaker: Speaker, own: Voice | None = None) -> Voice | None:
        """Return the voice of somebody who is quoted; None where the words name nobody in particular.

        `own` is the voice that quotes: an official without a name in a party's own outlet is that party's.
        """
        if speaker.id and speaker.id in self._ids:
            return self._ids[speaker.id]
        if speaker.id and (actor := self._actors.get(speaker.id)) is not None and actor.type == "nationality":
            return self._party_voice(actor.id)
        if known := self._voices.get(name_key(speaker.name)):
            return known
        if speaker.role in _OFFICIAL_ROLES and speaker.id not in self._actors:
            # "a military source in Damascus" is of those who are there, "an office of the rebels in Syria" not Syria's
            whose = speaker.name if speaker.role != "spokesman" else speaker.name.split(" in ", 1)[0]
            if party := self.party_in(whose):
                return party
            if own is not None and own.party:
                return own
        if speaker.role == "outlet" and speaker.id not in self._actors:
            official = name_key(speaker.name).startswith("official ")
            publisher = self.party_in(speaker.name) if official else self._outlet_in(speaker.name)
            if publisher is not None:
                return publisher
        if speaker.role in _OFFICIAL_ROLES and (speaker.anonymous or not speaker.id):
            return Voice(f"office:{name_key(speaker.name)}", speaker.name)
        if speaker.anonymous or speaker.role == "statement" or not name_key(speaker.name):
            return None
        return Voice(f"source:{speaker.id or name_key(speaker.name)}", speaker.name)

    def as_outlet(self, item: Item) -> Voice | None:
        """Return the voice of a state's outlet as an outlet's, for what it reports of other parties; None of others."""
        names = (name_key(name or "") for name in (item.source, item.author))
        return next((self._outlets[name] for name in names if name in self._outlets), None)

    def is_concerned(self, party: str, others: Iterable[str], countries: Iterable[str]) -> bool:
        """Return whether a party has to do with something: by those who take part, or as the state where it was."""
        actor = self._actors.get(party)
        country = actor.country if actor is not None else None
        return any(self.head(other) == party for other in others) or country in set(countries)

    def of_party(self, actor_id: str | None) -> Voice | None:
        """Return the voice of a party that the packs know."""
        return self._party_voice(actor_id) if actor_id and actor_id in self._actors else None

    def _outlet_in(self, name: str) -> Voice | None:
        """Return the outlet whose account, desk or reporter the words name: "the account of the Northern Times"."""
        words = name_key(name).split()
        for length in range(len(words) - 1, 0, -1):
            for first in range(len(words) - length + 1):
                phrase = " ".join(words[first : first + length])
                voice = self._names.get(phrase) or self._names.get(phrase.removesuffix("'s").removesuffix("s"))
                if voice is not None and not voice.party and (length > 1 or len(phrase) > 4):
                    return voice
        return None

    def party_in(self, name: str) -> Voice | None:
        """Return the party that the words for an official name: "a US defence official"."""
        words = name_key(name).split()
        for length in range(len(words), 0, -1):
            for first in range(len(words) - length + 1):
                phrase = " ".join(words[first : first + length])
                voice = self._names.get(phrase) or self._nations.get(phrase)
                if voice is not None and voice.party:
                    return voice
        return None

    @cached_property
    def names(self) -> dict[str, Voice]:
        """Every name that the packs know a voice by, folded."""
        return {name: voice for name, voice in self._names.items() if len(name) > 2}


def host_of(url: str | None) -> str:
    """Return the site of an address where it names a publisher; empty for platforms, on which accounts publish."""
    host = _host(url)
    return "" if host in _PLATFORMS else host


def account_of(url: str | None) -> str:
    """Return the account that an address on a platform names, where it does."""
    if _host(url) not in _PLATFORMS:
        return ""
    first = next((part for part in urlsplit(url or "").path.split("/") if part), "")
    return "" if "." in first or first in ("watch", "groups", "story", "posts", "i", "c", "s", "web") else first


def _host(url: str | None) -> str:
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:  # an address that is none, such as an unclosed bracket
        return ""
    return host.removeprefix("www.")
