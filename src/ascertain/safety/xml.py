"""XML from strangers: parsed without entities, external references or document types, and no deeper than is sane."""

from typing import Any
from xml.etree.ElementTree import ParseError  # only the error's class: the parsing is defusedxml's

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from ascertain.model import Broken, Refused


def parse_xml(content: bytes, name: str = "") -> Any:
    """Return the root element of `content`.

    Raises Refused for a document type, an entity or an external reference (CWE-611, CWE-776), which no feed or export
    that we read needs, and Broken for what is not XML.
    """
    try:
        return fromstring(content, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    except DefusedXmlException as error:
        raise Refused(
            f"the XML declares a document type or an entity ({type(error).__name__})", limit="xml_entities", item=name,
            remedy="its bytes are kept; take the <!DOCTYPE ...> out of a copy and collect that",
        ) from error  # fmt: skip
    except (ParseError, LookupError, ValueError) as error:
        raise Broken(f"the file is not sound XML ({error})", item=name, remedy="save or export it again") from error
