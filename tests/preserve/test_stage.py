from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ascertain.integrity import KeyRing, Ledger, verify
from ascertain.model import Capture
from ascertain.preserve import preserve, sealed_captures
from ascertain.storage import BlobVault


def clock() -> str:
    return "2020-05-04T03:02:01Z"


def capture(name: str, content: bytes, **stated: str) -> Capture:
    return Capture(content=content, name=name, media_type="text/plain", how="plain_text", **stated)  # type: ignore[arg-type]


def tools(case: Path) -> tuple[BlobVault, Ledger]:
    return BlobVault(case / ".ascertain"), Ledger(case / ".ascertain", KeyRing(case / "keys"), clock)


CAPTURES = st.lists(
    st.builds(capture, st.sampled_from(["a.txt", "b.txt", "ملف.txt", "a\udc80"]), st.binary(max_size=4)), max_size=12
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(runs=st.lists(CAPTURES, max_size=3))
def test_nothing_is_lost_and_every_sighting_has_one_entry(
    tmp_path_factory: pytest.TempPathFactory, runs: list[list[Capture]]
) -> None:
    case = tmp_path_factory.mktemp("case")
    seen = set()
    for captures in runs:
        vault, ledger = tools(case)
        made = preserve(captures, vault, ledger, by="desk")
        assert len(made.sealed) + len(made.skipped) == len(captures)
        for sealed, given_capture in zip(made.sealed, captures, strict=True):
            assert vault.read(sealed.digest) == given_capture.content
            assert (sealed.name, sealed.size) == (given_capture.name, len(given_capture.content))
            seen.add((sealed.digest, sealed.name))
    _, ledger = tools(case)
    entered = [(sealed.digest, sealed.name) for sealed in sealed_captures(ledger)]
    assert sorted(entered) == sorted(seen)
    if seen:
        assert verify(case).state == "intact"


def test_the_first_date_stays(tmp_path: Path) -> None:
    times = iter(["2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z", "2022-01-01T00:00:00Z"])
    ledger = Ledger(tmp_path / ".ascertain", KeyRing(tmp_path / "keys"), lambda: next(times))
    vault = BlobVault(tmp_path / ".ascertain")
    preserve([capture("a", b"x")], vault, ledger, by="desk")
    made = preserve([capture("a", b"x"), capture("b", b"x")], vault, ledger, by="other")
    assert [sealed.sealed_at for sealed in made.sealed] == ["2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z"]
    assert made.fresh == 1


def test_what_a_capture_states_is_kept(tmp_path: Path) -> None:
    vault, ledger = tools(tmp_path)
    stated = {"url": "https://example.org/a", "collected_at": "2020-01-02"}
    preserve([capture("a", b"x", **stated), capture("b", b"y" * 200_000)], vault, ledger, by="desk")
    plain, large = sealed_captures(ledger)
    assert (plain.url, plain.collected_at, plain.how) == ("https://example.org/a", "2020-01-02", "plain_text")
    assert large.size == 200_000
    entry = list(ledger.entries())[-1]
    assert len(entry.args["parts"]["digests"]) == 4


def test_captures_are_taken_as_they_come_and_many_at_once(tmp_path: Path) -> None:
    vault, ledger = tools(tmp_path)
    made = preserve((capture(f"{n}", str(n).encode()) for n in range(2_100)), vault, ledger, by="desk")
    assert made.fresh == 2_100
    assert len(verify(tmp_path).checkpoint.split()) > 0
    assert verify(tmp_path).captures == 2_100
