"""Templates: everything is escaped unless it was made by `marking` or a figure."""

import base64
import hashlib
import os
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ascertain.publish.languages import tongue
from ascertain.publish.site.assets import read_asset
from ascertain.publish.site.marking import evidence, language, ours, plain, sentence
from ascertain.publish.verdicts import attribution_words, grade_words
from ascertain.publish.wording import direction
from ascertain.text.tables import cache_folder


@cache
def environment() -> Environment:
    """Return the templates, read once."""
    found = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        optimized=False,  # so that what is compiled depends on the template alone, and not on a filter's answer
        bytecode_cache=_compiled(),
    )
    found.filters.update(
        evidence=evidence, ours=ours, sentence=sentence, direction=direction, language=language, plain=plain
    )
    found.globals.update(
        w=lambda pattern, **values: tongue().say(pattern, **values),
        told=lambda words: tongue().told(words),
        attribution_words=attribution_words,
        grade_words=grade_words,
        script=script(),
        policy=policy(with_script=True),
        policy_without_script=policy(with_script=False),
    )
    return found


def _compiled() -> FileSystemBytecodeCache | None:
    """Return where compiled templates are kept, each under a digest of its source: the user's cache, where it is."""
    folder = cache_folder() / "templates"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder)) if os.access(folder, os.W_OK) else None


def script() -> Markup:
    """Return the one script, for a page to hold: a file beside it could be swapped, or not load from a disk."""
    return Markup(read_asset("site.js").replace("</", "<\\/"))  # noqa: S704 (ours)


def script_source() -> str:
    """Return the source that a policy allows scripts from: the one script, by its digest."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(str(script()).encode()).digest()).decode()}'"


def policy(*, with_script: bool) -> str:
    """Return the Content Security Policy of a page: our script by its digest, our style sheet, and nothing else.

    `file:` stands beside 'self' for the style sheet alone, since browsers differ in what 'self' is for a page opened
    from a disk.
    """
    scripts = script_source() if with_script else "'none'"
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self' file:; font-src data:; img-src data:; "
        "base-uri 'none'; form-action 'none'; frame-src 'none'; object-src 'none'"
    )
