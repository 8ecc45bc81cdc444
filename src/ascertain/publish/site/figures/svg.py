"""SVG in few words: elements whose attributes and text are always escaped."""

from markupsafe import Markup, escape

from ascertain.publish.site.marking import in_attribute
from ascertain.publish.wording import direction


def element(name: str, *children: str | Markup, **attributes: str | float | None) -> Markup:
    """Return an element; `class_` is class, `_` in other names is `-`; numbers get one decimal, None is left out."""
    words = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = "".join(str(escape(child)) for child in children)
    return Markup(f"<{name}{words}>{inner}</{name}>" if inner else f"<{name}{words}/>")  # noqa: S704 (escaped above)


def _value(value: str | float) -> str:
    if isinstance(value, str):
        return str(escape(in_attribute(value)))
    return f"{value:.1f}".removesuffix(".0").replace("-0", "-0" if abs(value) >= 0.05 else "0", 1)


def text(words: str, x: float, y: float, **attributes: str | float | None) -> Markup:
    """Return text at a point; words of any direction keep their own, the anchor is that of the drawing."""
    shown = in_attribute(words)
    if direction(words) == "rtl":
        shown = f"\u2067{shown}\u2069"  # its numbers and marks stand as in a line that runs to the left
    return element("text", shown, x=x, y=y, **attributes)


def title(words: str) -> Markup:
    """Return what a pointer resting on the parent shows and a reader aloud says."""
    return element("title", in_attribute(words))


def link(href: str, *children: Markup, **attributes: str | float | None) -> Markup:
    """Return a link around drawn things."""
    return element("a", *children, href=href, **attributes)


def drawing(
    width: float, height: float, label: str, *children: Markup, class_: str, **attributes: str | float | None
) -> Markup:
    """Return a whole drawing that scales with its column and has a name for readers aloud."""
    return element(
        "svg",
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width:g} {height:g}",
        role="img",
        direction="ltr",  # a drawing is laid out from the left in every language; its words keep their own direction
        aria_label=label,
        class_=class_,
        **attributes,
    )


def width_of(words: str, size: float) -> float:
    """Return about how wide words are drawn: enough to keep labels apart."""
    return sum(0.62 if c.isupper() or c >= "\u4e00" else 0.3 if c in "iljt.,:;'| " else 0.53 for c in words) * size
