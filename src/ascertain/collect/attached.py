"""Pictures that belong to posts: a file that a post names as its media is the post's, and no report of its own."""

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from msgspec.structs import replace

from ascertain.model import Item, Picture, Skipped

_KINDS = ("image", "video")


def attach_pictures(
    items: Sequence[Item],
    names: Mapping[str, str],
    parts: Mapping[str, Picture] | None = None,
    beside: Mapping[str, Sequence[str]] | None = None,
) -> list[Item | Skipped]:
    """Return the items with the pictures that they name, which lie beside the file that they come from.

    `names` gives the name of each item's capture, by digest; `parts` are pictures that were saved with a page, by name,
    and `beside` the names that each page gives them, by the id of its item. A picture that a post names and that holds
    words is kept as an item that shares the post; one without words is told of as skipped, and its looks go on with
    the post.
    """
    files = {item.media[0]: item for item in items if item.platform in _KINDS and len(item.media) == 1}
    owners: dict[str, str] = {}
    found: list[Item | Skipped] = []
    for item in items:
        if item.platform in _KINDS:
            continue
        near = _beside(item, names, (*item.media, *(beside or {}).get(item.id, ())))
        named = [files[name] for name in near if name in files]
        pictures: dict[str, Picture] = {one.digest: one for file in named for one in file.pictures}
        pictures |= {parts[name].digest: parts[name] for name in near if parts and name in parts}
        owners |= {file.id: item.id for file in named if file.id not in owners}
        found.append(replace(item, pictures=(*item.pictures, *pictures.values())) if pictures else item)
    for item in files.values():
        owner = owners.get(item.id)
        if owner is None:
            found.append(item)
        elif item.text:
            found.append(replace(item, shares=owner))
        else:
            why = f"the file is part of the report {owner}"
            found.append(
                Skipped(stage="collect", item=item.media[0], why=why, remedy="none needed: it is kept with it")
            )
    found += [item for item in items if item.platform in _KINDS and len(item.media) != 1]
    return found


def name_accounts(items: Sequence[Item], names: Mapping[str, str], accounts: Mapping[str, str]) -> list[Item]:
    """Return the items, those of an archive of X by the account whose archive it is: `accounts` gives it by folder."""
    if not accounts:
        return list(items)
    named = []
    for item in items:
        account = accounts.get(str(PurePosixPath(names.get(item.capture or "", "")).parent), "")
        if account and item.platform == "x" and item.source is None:
            url = (item.url or "").replace("/i/status/", f"/{account}/status/", 1) or None
            item = replace(item, source=f"@{account}", url=url)
        named.append(item)
    return named


def _beside(item: Item, names: Mapping[str, str], media: Sequence[str]) -> list[str]:
    """Return what the item's media are called in the case: beside its file, or in the folder of a larger export."""
    if not media:
        return []
    folder = PurePosixPath(names.get(item.capture or "", "")).parent
    return [str(folder / name) if str(folder) != "." else name for name in media]
