"""XML from strangers: parsed without entities, external references or document types, and no deeper than is sane."""

import re
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import ParseError  # only the error's class: the parsing is defusedxml's

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from ascertain.model import Broken, Refused

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")


def parse_xml(content: bytes, name: str = "", *, decode: Callable[[bytes], str | None] | None = None) -> Any:
    """Return the root element of `content`.

    `decode` says what the text is where the bytes are not in the encoding that they declare. Raises Refused for a
    document type, an entity or an external reference (CWE-611, CWE-776), which no feed or export that we read needs,
    and Broken for what is not XML.
    """
    try:
        return _parsed(content, name)
    except (ParseError, LookupError, ValueError) as error:
        text = decode(content) if decode else None
        if text is not None:
            try:
                return _parsed(_DECLARATION.sub("", text.removeprefix("\ufeff"), count=1), name)
            except (ParseError, LookupError, ValueError):
                pass  # what it says of its own encoding is the error to tell
        raise Broken(f"the file is not sound XML ({error})", item=name, remedy="save or export it again") from error


def _parsed(content: bytes | str, name: str) -> Any:
    try:
        return fromstring(content, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    except DefusedXmlException as error:
        raise Refused(
            f"the XML declares a document type or an entity ({type(error).__name__})", limit="xml_entities", item=name,
            remedy="its bytes are kept; take the <!DOCTYPE ...> out of a copy and collect that",
        ) from error  # fmt: skip
