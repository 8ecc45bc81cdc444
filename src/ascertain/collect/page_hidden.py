"""What a reader of a page could not see: hidden, of no size, out of the window, or in the colour of its ground.

Read from the `hidden` attribute, from `style` attributes, and from those rules of the page's own style sheets that
name a tag, a class or an id. No layout is computed, so text that is covered by something else is not found.
"""

import re
from typing import Any, NamedTuple

_RULE = re.compile(r"(?<![^{}])([^{}]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)  # one that is never closed goes on to the end
_AT_BLOCK = re.compile(r"@(?:media|supports)([^{]*)\{((?:[^{}]*\{[^{}]*\})*)[^{}]*\}")
_SIMPLE = re.compile(r"^([a-z][a-z0-9]*)?(?:([.#])([\w-]+))?$")
_NUMBER = re.compile(r"(-?(?:\d{1,12}(?:\.\d{1,12})?|\.\d{1,12}))\s{0,9}(px|em|rem|pt|%|vw|vh)?")
_RGB = re.compile(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+([\d.]+%?))?\s*\)")
_NAMED = {
    "white": (255, 255, 255), "black": (0, 0, 0), "red": (255, 0, 0), "green": (0, 128, 0), "blue": (0, 0, 255),
    "yellow": (255, 255, 0), "gray": (128, 128, 128), "grey": (128, 128, 128), "silver": (192, 192, 192),
    "snow": (255, 250, 250), "ivory": (255, 255, 240), "ghostwhite": (248, 248, 255), "whitesmoke": (245, 245, 245),
    "navy": (0, 0, 128), "maroon": (128, 0, 0), "orange": (255, 165, 0), "purple": (128, 0, 128), "teal": (0, 128, 128),
}  # fmt: skip
_NEVER_SHOWN = frozenset(("template", "noscript", "datalist", "noembed", "noframes"))
_LONGEST_SHEET = 500_000
_FAR_PX = 900
_SAME_COLOUR = 24

Colour = tuple[int, int, int]


class Look(NamedTuple):
    """How an element shows its text, as far as it is passed on to what is inside."""

    hidden: bool = False
    colour: Colour = (0, 0, 0)
    ground: Colour = (255, 255, 255)
    tiny: bool = False
    invisible: bool = False

    @property
    def unseen(self) -> bool:
        """Return whether text here can't be seen."""
        close = max(abs(a - b) for a, b in zip(self.colour, self.ground, strict=True)) <= _SAME_COLOUR
        return self.hidden or self.tiny or self.invisible or close


class Styles:
    """The rules of a page's own sheets that can hide text, by tag, class and id."""

    def __init__(self, sheets: list[str]) -> None:
        """Read the sheets; rules whose selector is more than a tag, a class or an id are left out."""
        self._rules: dict[str, dict[str, str]] = {}
        for sheet in sheets:
            plain = _COMMENT.sub("", sheet[:_LONGEST_SHEET])
            plain = _AT_BLOCK.sub(lambda match: match[2] if _for_screens(match[1]) else "", plain)
            for selectors, declarations in _RULE.findall(plain):
                self._add(selectors, _declared(declarations))

    def _add(self, selectors: str, declared: dict[str, str]) -> None:
        if not declared:
            return
        for selector in selectors.split(","):
            name = selector.strip().lower()
            if (match := _SIMPLE.match(name)) and name:
                key = f"{match[1] or ''}{match[2] or ''}{match[3] or ''}"
                self._rules.setdefault(key, {}).update(declared)

    def look(self, node: Any, tag: str, above: Look) -> Look:
        """Return how `node`, an element `tag`, shows its text inside an element that looks like `above`."""
        if above.hidden or tag in _NEVER_SHOWN:
            return above._replace(hidden=True)
        declared = self._declared_for(node, tag)
        hidden_attribute = node.hasattr("hidden") and node.getattr("hidden", "") != "until-found"
        if not declared:
            return above._replace(hidden=True) if hidden_attribute else above
        return _applied(declared, above, hidden=hidden_attribute and declared.get("display", "none") == "none")

    def _declared_for(self, node: Any, tag: str) -> dict[str, str]:
        declared: dict[str, str] = {}
        if self._rules:
            classes = (node.getattr("class", "") or "").lower().split()
            identifier = (node.getattr("id", "") or "").lower()
            keys = [tag, *(f".{name}" for name in classes), *(f"{tag}.{name}" for name in classes)]
            keys += [f"#{identifier}", f"{tag}#{identifier}"] if identifier else []
            for key in keys:
                declared.update(self._rules.get(key, ()))
        style = node.getattr("style", "")
        if style:
            declared.update(_declared(style))
        return declared


def _for_screens(condition: str) -> bool:
    return "print" not in condition and "speech" not in condition and "-width" not in condition


_TELLING = frozenset(
    ("display", "visibility", "opacity", "font-size", "font", "color", "background", "background-color", "text-indent",
     "left", "right", "top", "bottom", "position", "width", "height", "max-height", "max-width", "overflow", "clip",
     "clip-path", "transform", "content-visibility", "-webkit-text-fill-color")
)  # fmt: skip


def _declared(declarations: str) -> dict[str, str]:
    found = {}
    for declaration in declarations.split(";"):
        name, colon, value = declaration.partition(":")
        key = name.strip().lower()
        if colon and key in _TELLING:
            found[key] = value.replace("!important", "").strip().lower()
    return found


def _applied(declared: dict[str, str], above: Look, *, hidden: bool) -> Look:
    ground_value = declared.get("background-color", declared.get("background", ""))
    colour = _colour(declared.get("-webkit-text-fill-color", declared.get("color", "")))
    ground = _colour(ground_value)
    clear_ink = colour is not None and colour[1] < 0.1
    size = declared.get("font-size", declared.get("font", ""))
    visibility = declared.get("visibility")
    return Look(
        hidden=hidden or _hides(declared),
        colour=colour[0] if colour is not None and colour[1] >= 0.1 else above.colour,
        ground=ground[0] if ground is not None and ground[1] >= 0.5 else above.ground,
        tiny=_is_tiny(size) if "font-size" in declared else above.tiny,
        invisible=(above.invisible if visibility is None else visibility in ("hidden", "collapse")) or clear_ink,
    )


def _hides(declared: dict[str, str]) -> bool:
    if declared.get("display") == "none" or declared.get("content-visibility") == "hidden":
        return True
    if _number(declared.get("opacity", "1"), 1.0) < 0.05 or declared.get("transform", "").startswith("scale(0"):
        return True
    if _number(declared.get("text-indent", "0"), 0.0) <= -_FAR_PX:
        return True
    if declared.get("position") in ("absolute", "fixed"):
        if any(abs(_number(declared.get(side, "0"), 0.0)) >= _FAR_PX for side in ("left", "top", "right", "bottom")):
            return True
        clip = declared.get("clip", "").replace(" ", "").replace("px", "").replace(",", "")
        if clip in ("rect(0000)", "rect(1111)") or declared.get("clip-path", "").replace(" ", "") == "inset(50%)":
            return True
    nothing = any(
        _number(declared.get(side, "auto"), 99.0) <= 1 for side in ("width", "height", "max-height", "max-width")
    )
    return nothing and declared.get("overflow", "") in ("hidden", "clip")


def _is_tiny(size: str) -> bool:
    match = _NUMBER.match(size)
    if not match:
        return False
    number, unit = float(match[1]), match[2] or "px"
    return number < {"px": 2.5, "pt": 2, "%": 12, "em": 0.12, "rem": 0.12}.get(unit, 0.1)


def _number(value: str, default: float) -> float:
    match = _NUMBER.match(value)
    if not match:
        return default
    scale = {"em": 16.0, "rem": 16.0, "%": 10.0, "vw": 10.0, "vh": 10.0}.get(match[2] or "px", 1.0)
    return float(match[1]) * (scale if abs(float(match[1])) > 1 else 1.0)


def _colour(value: str) -> tuple[Colour, float] | None:
    """Return red, green and blue from 0 to 255 and how solid the colour is from 0 to 1."""
    for word in re.findall(r"rgba?\([^)]*\)|#[0-9a-f]{3,8}|[a-z]+", value):
        if word == "transparent":
            return (0, 0, 0), 0.0
        if word in _NAMED:
            return _NAMED[word], 1.0
        if word.startswith("#") and len(word) in (4, 5, 7, 9):
            digits = word[1:] if len(word) > 5 else "".join(2 * digit for digit in word[1:])
            parts = [int(digits[place : place + 2], 16) for place in range(0, len(digits), 2)]
            return (parts[0], parts[1], parts[2]), (parts[3] / 255 if len(parts) == 4 else 1.0)
        if match := _RGB.match(word):
            alpha = match[4] or "1"
            solid = float(alpha.rstrip("%") or 0) / (100 if alpha.endswith("%") else 1)
            return (min(int(match[1]), 255), min(int(match[2]), 255), min(int(match[3]), 255)), solid
    return None
