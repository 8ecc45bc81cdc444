"""Print every regular expression of the program as JSON: those made when it is loaded and used, and in its source.

Run in a process of its own, as it watches `re` from before the first import. `anchored` are those that the source only
ever asks to fit from where it says (`match`, `fullmatch`), and never looks for all through a text.
"""

import ast
import importlib
import json
import pkgutil
import re
import sys
from pathlib import Path
from typing import Any

_made: dict[tuple[str, int], str] = {}
_inner = re._compile  # type: ignore[attr-defined]


def _watching(pattern: Any, flags: int) -> Any:
    compiled = _inner(pattern, flags)
    frame = sys._getframe(1)
    while frame.f_back is not None and frame.f_code.co_filename == re.__file__:
        frame = frame.f_back
    where = frame.f_code.co_filename.replace("\\", "/")
    if "/src/ascertain/" in where and isinstance(compiled.pattern, str):
        _made.setdefault((compiled.pattern, compiled.flags), where.partition("/src/")[2])
    elif "/src/ascertain/" in where:
        _made.setdefault((compiled.pattern.decode("latin-1"), compiled.flags | re.ASCII), where.partition("/src/")[2])
    return compiled


def _of_source(root: Path) -> None:
    """Add the patterns in calls such as `re.sub("...", ...)`, which may stand in functions that nothing called."""
    for path in sorted(root.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
                continue
            if isinstance(node.func.value, ast.Name) and node.func.value.id == "re":
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    compiled = _inner(first.value, 0)
                    _made.setdefault((compiled.pattern, compiled.flags), str(path.relative_to(root.parent)))


def _names() -> dict[tuple[str, int], set[str]]:
    """Return the names of modules' own patterns."""
    names: dict[tuple[str, int], set[str]] = {}
    for module in [module for name, module in sorted(sys.modules.items()) if name.startswith("ascertain")]:
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                pattern = value.pattern if isinstance(value.pattern, str) else value.pattern.decode("latin-1")
                names.setdefault((pattern, value.flags), set()).add(name)
    return names


def _is_anchored(names: set[str], source: str) -> bool:
    used = {use for name in names for use in re.findall(rf"\b{name}\.(\w+)\(", source)}
    asked = r"\b{}\b(?!\.(?:match|fullmatch)\()(?! =|:)"
    bare = any(re.search(asked.format(name), source) for name in names)
    return bool(used) and used <= {"match", "fullmatch"} and not bare


def main() -> None:
    """Load everything, read something in each language, and print what was made."""
    re._compile = _watching  # type: ignore[attr-defined]
    import ascertain

    for module in pkgutil.walk_packages(ascertain.__path__, "ascertain."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    from ascertain import extract_text

    extract_text("On 3 May 2017 about 12 people were killed near Aleppo, Reuters said.")
    extract_text("قتل 12 شخصا قرب حلب يوم 3 أيار 2017 بحسب رويترز.")
    _of_source(Path(ascertain.__path__[0]))
    root = Path(ascertain.__path__[0])
    sources = {str(path.relative_to(root.parent)): path.read_text(encoding="utf-8") for path in root.rglob("*.py")}
    names = _names()
    found = [
        {"pattern": pattern, "flags": flags, "where": where,
         "anchored": _is_anchored(names.get((pattern, flags), set()), sources.get(where, ""))}
        for (pattern, flags), where in sorted(_made.items())
    ]  # fmt: skip
    json.dump(found, sys.stdout)


main()
