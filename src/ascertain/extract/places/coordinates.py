"""Coordinates in a text: decimal degrees, degrees with minutes and seconds, UTM and MGRS.

Two angles are a point when one is a latitude and one a longitude and both are within their range; figures that only
look
like coordinates (dates, prices, two latitudes, zone 63) are refused. Forms follow the test suites of OpenSextant and
Baleen and
NGA.STND.0037 for grids.
"""

import re
from typing import NamedTuple

from ascertain.extract.places.grids import find_grids
from ascertain.model import Mention
from ascertain.model.place_expression import PlaceExpression

# One character for one, so that offsets hold; replaced one by one, which is faster than a table (docs/adr/0002).
_PLAIN = (
    *((chr(0x0660 + digit), str(digit)) for digit in range(10)),
    *((chr(0x06F0 + digit), str(digit)) for digit in range(10)),
    *((mark, "'") for mark in "’‘′´ʹ"),
    *((mark, '"') for mark in "”“″"),
    *((mark, "°") for mark in "º˚"),
    *((mark, "-") for mark in "−–—\x96"),
    ("٫", "."), ("،", ","), ("\u00a0", " "),
)  # fmt: skip
_FIGURE = re.compile(r"\d")
_WORTH_A_LOOK = re.compile(
    r"°|\d[\"']*\s?[NSEW](?![a-z])|(?<![A-Za-z])[NSEW]\.?\s?\d|\d\.\d{3}|\d\s?(?:DEG|deg)|[Ll]at|LAT|خط|عرض|[+-]\d\d?\s\d"
)
# What an angle can't be without: a degree sign, the letter of a hemisphere at a figure, the word latitude or longitude.
_MARKED_ANGLE = re.compile(
    r"°|DEG|deg|[NSEW]\.?\s?[+-]?\d|\d[\s'\"]{0,9}[NSEW]|(?i:lat|lon|lng)[a-zA-Z]{0,20}\.?\s{0,9}[:=]?\s{0,9}[NSEW]?\.?\s?[+-]?\d"
    r"|(?:خط|دائرة)\s(?:ال)?عرض|خط\s(?:ال)?طول"
)
_LABEL = (
    r"(?:(?P<lat>(?i:lat(?:itude)?)|(?:خط|دائرة)\s(?:ال)?عرض)|(?P<lon>(?i:lon(?:g(?:itude)?)?|lng)|خط\s(?:ال)?طول))"
    r"\.?\s{0,9}[:=]?\s{0,9}"
)
_DEG = r"\s{0,9}(?:°ø?|(?:DEG|deg(?:rees)?)\.?)\s{0,9}"
_MIN = r"\s{0,9}'(?!')\s{0,9}"
_SEC = r"\s{0,9}(?:\"|'')"
# A figure that a degree sign or another figure follows belongs to the next angle.
_STOP = r"(?![\d]|\s{0,9}°)"
_S = rf"\d{{1,2}}(?:\.\d+)?{_STOP}"
_BODY = "|".join(
    (
        rf"(?P<d1>\d{{1,3}})(?:{_DEG}|\s)(?P<m1>\d{{1,2}})(?:{_MIN}|\s)(?P<s1>{_S})(?:{_SEC})?",
        rf"(?P<d2>\d{{1,3}})(?P<deg2>{_DEG})(?P<m2>\d{{1,2}}(?:\.\d+)?{_STOP})(?:\s{{0,9}}')?",
        r"(?P<d3>\d{1,3})(?P<p3>[:;.-])(?P<m3>\d{1,2})[:;.,-](?P<s3>\d{1,2}(?:\.\d+)?)(?![\d])\s{0,9}\"?",
        r"(?P<d4>\d{1,3})[.-](?P<m4>\d{2})[.-](?P<f4>\d{3,4})",
        rf"(?P<d5>\d{{1,3}})[:\s](?P<m5>\d{{1,2}}(?:\.\d+)?{_STOP})(?:\s{{0,9}}')?",
        rf"(?P<d6>\d{{1,3}}\.\d+)(?P<deg6>{_DEG})?",
        r"(?P<c7>\d{4,10})(?P<f7>\.\d+)?",
        rf"(?P<d8>\d{{1,3}})(?P<deg8>{_DEG})?",
    )
)
_HEMISPHERE = r"[NSEW](?![A-Za-z])"
_POST = rf"\s?(?P<post>{_HEMISPHERE}|[NSEW](?=[\dNSEW]))"
_ONE = (
    rf"(?:{_LABEL})?(?P<pre>[NSEW])?\.?\s?(?P<sign>[+-])?(?:{_BODY})(?(pre)|(?:{_POST})?)"
    r"(?P<tail>\.\d{2,4}(?!\d)|-\d{2,3}(?!\d)|\d(?=/))?"
)
_ANGLE = re.compile(rf"(?<![\w.,]){_ONE}")
_NEXT = re.compile(_ONE)
_BETWEEN = re.compile(r"^(?:\.?[\s,;/|(]{0,40}|\s{0,9}(?:-|x|,?\s{0,9}(?:and|و))\s{0,9})$")
_PLAIN_PAIR = re.compile(
    r"(?<![\w.,+-])(?P<lat>[+-]?\d{1,2}\.\d{3,})(?P<gap>\s?[,;/]\s{0,20}|\s{1,20})(?P<lon>[+-]?\d{1,3}\.\d{3,})(?![\d]|[.,-]\d|[A-Za-z°])"
)
_MAY_BE_PAIR = re.compile(r"\d\.\d{3,}[\s,;/]+[+-]?\d")
_SIGNED_PAIR = re.compile(
    r"(?<![\w.])(?P<lat>[+-]\d{1,2}) (?P<latm>\d{1,2}\.\d+)\s+x\s+(?P<lon>[+-]\d{1,3}) (?P<lonm>\d{1,2}\.\d+)"
)


class _Angle(NamedTuple):
    start: int
    end: int
    degrees: float
    axis: str
    marked: bool
    fine_m: float


def find_coordinates(text: str, furniture: tuple[tuple[int, int], ...] = ()) -> list[Mention]:
    """Return the coordinates in a text, each with its point and, as radius, what its last digit leaves open."""
    if not _FIGURE.search(text):
        return []
    plain = text
    for old, new in () if text.isascii() else _PLAIN:
        plain = plain.replace(old, new)
    found: list[Mention] = []
    taken: list[tuple[int, int]] = [*furniture]
    points = [(*grid, 0) for grid in find_grids(plain)]
    if _WORTH_A_LOOK.search(plain):
        if _MARKED_ANGLE.search(plain):
            points += [(*pair, 1) for pair in _pairs(plain)]
        points += [(*pair, 2) for pair in (*_plain_pairs(plain), *_signed_pairs(plain))]
    for start, end, lat, lon, radius_m, _ in sorted(points, key=lambda point: (point[5], point[0])):
        if any(start < high and low < end for low, high in taken):
            continue
        taken.append((start, end))
        expression = PlaceExpression(
            name=text[start:end],
            name_start=start,
            name_end=end,
            lat=round(lat, 6),
            lon=round(lon, 6),
            radius_m=radius_m,
        )
        found.append(Mention(kind="place", start=start, end=end, text=text[start:end], parsed=expression))
    return found


def _pairs(text: str) -> list[tuple[int, int, float, float, float]]:
    found = []
    before: _Angle | None = None
    for angle in _angles(text):
        if before is not None and _BETWEEN.match(text[before.end : angle.start]) and angle.start - before.end <= 16:
            point = _point(before, angle)
            if point is not None:
                found.append((before.start, angle.end, *point, max(before.fine_m, angle.fine_m)))
                before = None
                continue
        before = angle
    return found


def _point(one: _Angle, other: _Angle) -> tuple[float, float] | None:
    first, second = one.axis or "lat", other.axis or "lon"
    if first == second or not (one.axis or one.marked) or not (other.axis or other.marked):
        return None
    lat, lon = (one, other) if first == "lat" else (other, one)
    if abs(lat.degrees) > 90 or abs(lon.degrees) > 180:
        return None
    return lat.degrees, lon.degrees


_GAP = re.compile(r"[\s,;/|]{0,6}")


def _angles(text: str) -> list[_Angle]:
    """Return the angles of a text; right after one, another may begin without a space."""
    found: list[_Angle] = []
    position, after = 0, False
    while position < len(text):
        match = None
        if after and (gap := _GAP.match(text, position)):
            match = _NEXT.match(text, gap.end())
            after = False
            if match is None or _angle(match) is None:
                continue
        match = match or _ANGLE.search(text, position)
        if match is None:
            break
        angle = _angle(match)
        position = match.end() if angle else match.start() + 1
        if angle:
            found.append(angle)
            after = True
    return found


def _angle(match: re.Match[str]) -> _Angle | None:
    part = match.groupdict()
    hemisphere = part["pre"] or part["post"] or ""
    if part["pre"] and part["post"]:
        return None
    axis = (
        "lat" if part["lat"] or hemisphere in tuple("NS") else "lon" if part["lon"] or hemisphere in tuple("EW") else ""
    )
    marked = bool(part["deg2"] or part["deg6"] or part["deg8"] or (part["d1"] and "°" in match.group()))
    if not axis and not marked:
        return None
    value = _value(part, axis)
    if value is None:
        return None
    degrees, fine_m = value
    negative = part["sign"] == "-" or hemisphere in ("S", "W")
    return _Angle(match.start(), match.end(), -degrees if negative else degrees, axis, marked, fine_m)


def _value(part: dict[str, str | None], axis: str) -> tuple[float, float] | None:
    """Return the degrees of an angle and how many metres its last digit stands for; None where out of range."""
    if part["d1"]:
        return _sexagesimal(part["d1"], part["m1"], part["s1"])
    if part["d2"]:
        return _sexagesimal(part["d2"], part["m2"], None)
    if part["d3"]:
        return _sexagesimal(part["d3"], part["m3"], part["s3"])
    if part["d4"]:
        return _sexagesimal(part["d4"], f"{part['m4']}.{part['f4']}", None)
    if part["d5"]:
        tail = (part["tail"] or "").lstrip(".-")
        minutes = part["m5"] or "0"
        return _sexagesimal(part["d5"], f"{minutes}.{tail}" if tail and "." not in minutes else minutes, None)
    if part["c7"]:
        return _compact(part["c7"], part["f7"] or "", part["tail"] or "", axis)
    whole = part["d6"] or part["d8"] or "0"
    decimals = len(whole.partition(".")[2])
    return float(whole), 111_000.0 / 10**decimals / 2


def _sexagesimal(degrees: str | None, minutes: str | None, seconds: str | None) -> tuple[float, float] | None:
    minute, second = float(minutes or 0), float(seconds or 0)
    if minute >= 60 or second >= 60:
        return None
    if seconds is not None:
        fine = 31.0 / 10 ** len(seconds.partition(".")[2])
    else:
        fine = 1_852.0 / 10 ** len((minutes or "").partition(".")[2])
    return float(degrees or 0) + minute / 60 + second / 3600, max(1.0, fine / 2)


def _compact(digits: str, fraction: str, tail: str, axis: str) -> tuple[float, float] | None:
    """Read DDMM, DDMMSS and DDMMSSs (a degree more of digits for a longitude), with or without a point."""
    width = 3 if axis == "lon" else 2
    rest = digits[width:]
    if len(rest) < 2 or len(rest) == 3 or not axis:
        return None
    if len(rest) == 2:
        more = fraction or ("." + tail.lstrip(".-") if tail[:1] in (".", "-") else "")
        return _sexagesimal(digits[:width], rest + more, None)
    seconds = rest[2:4] + (fraction or (f".{rest[4:]}" if rest[4:] else ""))
    return _sexagesimal(digits[:width], rest[:2], seconds)


def _plain_pairs(text: str) -> list[tuple[int, int, float, float, float]]:
    """Return pairs of bare decimals with a comma between; by a space alone, only with four decimals each."""
    found: list[tuple[int, int, float, float, float]] = []
    if not _MAY_BE_PAIR.search(text):
        return found
    for match in _PLAIN_PAIR.finditer(text):
        lat, lon = match["lat"], match["lon"]
        decimals = min(len(lat.partition(".")[2]), len(lon.partition(".")[2]))
        if decimals < (3 if match["gap"].strip() else 4) or abs(float(lat)) > 90 or abs(float(lon)) > 180:
            continue
        found.append((match.start(), match.end(), float(lat), float(lon), max(1.0, 111_000.0 / 10**decimals / 2)))
    return found


def _signed_pairs(text: str) -> list[tuple[int, int, float, float, float]]:
    found: list[tuple[int, int, float, float, float]] = []
    if "x" not in text:
        return found
    for match in _SIGNED_PAIR.finditer(text):
        lat, lon = (
            _sexagesimal(match["lat"][1:], match["latm"], None),
            _sexagesimal(match["lon"][1:], match["lonm"], None),
        )
        if lat is None or lon is None or lat[0] > 90 or lon[0] > 180:
            continue
        signs = [-1 if match[name].startswith("-") else 1 for name in ("lat", "lon")]
        found.append((match.start(), match.end(), signs[0] * lat[0], signs[1] * lon[0], max(lat[1], lon[1])))
    return found
