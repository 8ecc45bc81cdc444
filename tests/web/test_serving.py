"""The dossier is served to this machine only, with strict headers."""

import http.client
import threading

import pytest

from ascertain.model import Misused
from ascertain.web.serving import HEADERS, DossierServer


@pytest.fixture
def server(tmp_path):
    (tmp_path / "index.html").write_text("<p>account</p>")
    (tmp_path / "data").mkdir()
    with DossierServer(tmp_path, 0) as server:
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        yield server
        server.stop()


def ask(server, path, host=None):
    connection = http.client.HTTPConnection("127.0.0.1", server.port)
    connection.request("GET", path, headers={"Host": host} if host else {})
    answer = connection.getresponse()
    return answer.status, dict(answer.getheaders()), answer.read()


def test_a_page_comes_with_every_strict_header(server):
    status, headers, body = ask(server, "/index.html")
    assert status == 200 and b"account" in body
    assert {name: headers[name] for name in HEADERS} == HEADERS


@pytest.mark.parametrize("path", ["/data/", "/../secret", "/%2e%2e/secret", "/nothing"])
def test_nothing_else_is_served(server, path):
    assert ask(server, path)[0] == 404


def test_a_foreign_host_is_refused(server):
    assert ask(server, "/index.html", host="evil.example")[0] == 421


def test_without_a_dossier_it_says_what_to_do(tmp_path):
    with pytest.raises(Misused, match="ascertain build"):
        DossierServer(tmp_path / "dossier", 0)


def test_the_pages_own_script_and_fonts_work_and_no_other_script_does(tmp_path, browser):
    from ascertain.case.case import open_case
    from ascertain.case.demo import make_sample

    make_sample(tmp_path / "case")
    built = open_case(tmp_path / "case").build()
    page = browser.new_page()
    faults = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    with DossierServer(built.out, port=0) as served:
        threading.Thread(target=served.run, daemon=True).start()
        [one] = sorted((built.out / "incidents").glob("*.html"))[:1]
        page.goto(f"{served.address}incidents/{one.name}", wait_until="load")
        page.evaluate("document.fonts.ready")
        assert faults == []
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hit=1\">')")
        page.wait_for_timeout(200)
        assert page.evaluate("window.hit") is None
        page.close()
        served.stop()
