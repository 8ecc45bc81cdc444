"""`case.toml`: how a case is worked, checked when it is read."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

import msgspec

from ascertain.model import Misused, Settings

CASE_FILE = "case.toml"
# The keys that stand under [model] and under [publication] in the file.
_MODEL = ("model_url", "model_name", "model_key_from")
_PUBLICATION = ("coarsen_m", "withhold_names", "publish_unreviewed", "publish_texts")


_KOSOVO = "XK"  # in use everywhere, and in ISO 3166 only as free for use


@cache
def _country_codes() -> frozenset[str]:
    """Return the codes of ISO 3166-1, as the time zone database lists them."""
    from importlib.resources import files

    table = (files("tzdata") / "zoneinfo" / "iso3166.tab").read_text(encoding="utf-8")
    return frozenset({_KOSOVO, *(line.split("\t")[0] for line in table.splitlines() if not line.startswith("#"))})


def load_settings(folder: Path) -> Settings:
    """Return the settings in `folder/case.toml`.

    Raises Misused, naming the key and the remedy, where the file is missing, isn't TOML or has a key or value that is
    not known.
    """
    path = folder / CASE_FILE
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise Misused(
            "there is no case here", item=str(folder), remedy=f"Make one with: ascertain new {folder}"
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Misused(f"this is not TOML: {error}", item=str(path), remedy="Correct the line that is named.") from None
    return _checked(table, path)


def _checked(table: dict[str, Any], path: Path) -> Settings:
    flat = {key: value for key, value in table.items() if key not in {"publication", "model"}}
    publication = {**table.get("publication", {}), **table.get("model", {})}
    known = set(Settings.__struct_fields__)
    for key in (*flat, *publication):
        if key not in known:
            raise Misused(f"unknown setting {key!r}", item=str(path), remedy=f"Known are: {', '.join(sorted(known))}.")
    try:
        settings = msgspec.convert({**flat, **publication}, Settings)
    except msgspec.ValidationError as error:
        raise Misused(str(error), item=str(path), remedy="See docs/reference/settings.md.") from None
    return checked_places(settings, str(path))


def checked_places(settings: Settings, item: str) -> Settings:
    """Return the settings as they are; Misused, naming `item`, where the zone or a country is none."""
    if settings.time_zone and settings.time_zone not in available_timezones():
        raise Misused(
            f"{settings.time_zone!r} is no time zone",
            item=item,
            remedy="Use an IANA name, such as Asia/Damascus, or none.",
        )
    for country in settings.countries:
        if country not in _country_codes():
            raise Misused(
                f"{country!r} is no country's code", item=item, remedy="Use the two letters of ISO 3166, such as SY."
            )
    return settings


def write_settings(folder: Path, settings: Settings) -> None:
    """Write `case.toml` for a new case, every setting with its value."""
    values = msgspec.structs.asdict(settings)
    lines = [f"{key} = {_toml(value)}" for key, value in values.items() if key not in {*_PUBLICATION, *_MODEL}]
    lines += ["", "[publication]", *(f"{key} = {_toml(values[key])}" for key in _PUBLICATION)]
    lines += ["", "[model]", *(f"{key} = {_toml(values[key])}" for key in _MODEL)]
    (folder / CASE_FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _toml(value: object) -> str:
    # TOML's strings, numbers and arrays are JSON's; only true and false need no care either.
    return msgspec.json.encode(value).decode("utf-8")
