"""The account: plain sentences, each of which leads back."""

import hashlib

import msgspec
import pytest

from ascertain.model import Broken, Dossier, Incident, Question
from ascertain.publish.account import write_account
from ascertain.publish.evidence import Evidence, check_links
from ascertain.publish.gate import pass_gate


@pytest.fixture
def told(dossier: Dossier) -> dict[str, str]:
    gated = pass_gate(dossier, draft=True)
    account = write_account(gated.incidents[0], gated, Evidence.of(gated))
    return {
        s.key: " ".join(t.text for t in s.sentences).replace("\u2068", "").replace("\u2069", "")
        for s in account.sections
    }


def test_it_says_what_happened_when_and_in_what_area(told: dict[str, str]) -> None:
    assert told["event"].startswith(
        "An air strike took place on Friday 15 March 2019, between 15:30 and 16:30 (Damascus time), "
        "near Tell Marun (known to within about 20 km)."
    )
    assert "The Northern Coalition says that it did this." in told["event"]


def test_it_gives_ranges_with_who_gives_each_end(told: dict[str, str]) -> None:
    assert "6 to 8 combatants are reported killed, by two independent origins" in told["harm"]
    assert "in Valley State Agency; the higher that of Observatory of the East" in told["harm"]


def test_it_tells_admission_denial_and_silence(told: dict[str, str]) -> None:
    assert (
        "The Northern Coalition says that it did this: “it struck Valley Army vehicles near Tell Marun”"
        in told["parties"]
    )
    assert "denies: “" in told["parties"]
    assert (
        "No word from the Valley Government was found in these reports, as of 15 March 2019, 22:00" in told["parties"]
    )


def test_it_tells_what_was_left_out_and_what_is_open(told: dict[str, str]) -> None:
    assert "Not counted for “tanks destroyed”: Dust Blog (4). The reason:" in told["left_out"]
    assert "No report says when the zone was agreed." in told["open"]
    assert "lies inside “Agreed calm zone”" in told["setting"]


def test_one_source_is_named_once_with_all_its_figures_left_out(dossier: Dossier) -> None:
    first = dossier.incidents[0]
    range_ = next(one for one in first.counts if any(step.end == "left_out" for step in one.trace))
    step = next(step for step in range_.trace if step.end == "left_out")
    told = [(value, f"{value:g}: it looks back") for value in (4.0, 9.0)]
    steps = [msgspec.structs.replace(step, value=value, because=because) for value, because in told]
    same = msgspec.structs.replace(range_, trace=(*(one for one in range_.trace if one is not step), *steps))
    counts = tuple(same if one is range_ else one for one in first.counts)
    changed = msgspec.structs.replace(dossier, incidents=(msgspec.structs.replace(first, counts=counts),))
    account = write_account(changed.incidents[0], changed, Evidence.of(changed))
    said = [one.text.replace("\u2068", "").replace("\u2069", "") for one in account.sentences]
    assert any("Dust Blog (4 and 9). The reason: it looks back." in text for text in said), said


def test_attribution_and_grade_never_share_a_sentence(dossier: Dossier) -> None:
    gated = pass_gate(dossier, draft=True)
    for incident in gated.incidents:
        for sentence in write_account(incident, gated, Evidence.of(gated)).sentences:
            assert not ("Attribution:" in sentence.text and "Harm, under" in sentence.text)
            assert not ("likely" in sentence.text and "confidence" in sentence.text)


def test_every_sentence_leads_to_words_and_bytes(dossier: Dossier) -> None:
    texts = {item.id: item.text for item in dossier.items}
    evidence = Evidence.of(dossier)
    sentences = [s for i in dossier.incidents for s in write_account(i, dossier, evidence).sentences]
    assert len(sentences) > 25
    for sentence in sentences:
        assert sentence.citations, sentence.text
        for citation in sentence.citations:
            assert texts[citation.item][citation.start : citation.end] == citation.quote
            assert citation.digest == hashlib.sha256(texts[citation.item].encode()).hexdigest()


@pytest.mark.parametrize("field", ["counts", "contradictions", "questions"])
def test_a_claim_that_no_reading_holds_is_broken(dossier: Dossier, field: str) -> None:
    words = msgspec.json.encode(getattr(dossier.incidents[0], field)).decode()
    claim = next(claim for claim in dossier.incidents[0].claims if claim in words)
    moved = words.replace(claim, "claim-gone")
    changed = msgspec.convert(
        msgspec.json.decode(moved), type=next(f.type for f in msgspec.structs.fields(Incident) if f.name == field)
    )
    incident = msgspec.structs.replace(dossier.incidents[0], **{field: changed})
    with pytest.raises(Broken, match="claim-gone"):
        check_links(msgspec.structs.replace(dossier, incidents=(incident, *dossier.incidents[1:])))


def test_an_incident_of_nothing_is_broken(dossier: Dossier) -> None:
    with pytest.raises(Broken):
        write_account(Incident(id="x", title="x", event="attack"), dossier, Evidence.of(dossier))


def test_who_is_struck_is_a_party_and_not_a_bare_noun_or_the_man_in_its_name() -> None:
    from ascertain.model import PartySupport
    from ascertain.publish.telling.event import named_as_struck

    army = PartySupport(id="sy.armed_forces", name="Syrian government forces", type="military", known=True)
    man = PartySupport(id="sy.assad", name="Bashar al-Assad", type="person", known=True)
    convoy = PartySupport(id="convoy", name="convoy", known=False)
    assert named_as_struck((army, man, convoy)) == [army]
    assert named_as_struck((man, convoy)) == [convoy]
    assert named_as_struck((man,)) == []


def test_a_place_that_several_name_is_told_beside_the_party_and_under_one_name() -> None:
    from ascertain.model import PartySupport
    from ascertain.publish.telling.event import named_as_struck

    people = PartySupport(id="civilians", name="civilians", type="civilians", support=3)
    station = PartySupport(id="a", name="Ostrava railway station", known=False, support=3)
    short = PartySupport(id="b", name="railway station", known=False, support=2)
    counted = PartySupport(id="c", name="30 people", type="civilians", known=False, support=1)
    assert named_as_struck((people, short, station, counted)) == [people, station]


def test_what_differs_by_an_ending_of_its_case_is_struck_once() -> None:
    from ascertain.model import PartySupport
    from ascertain.publish.telling.event import _sites

    parties = [PartySupport(id=name, name=name, support=2) for name in ("منتجع سياحي", "منتجعاً سياحياً")]
    assert [party.name for party in _sites(parties)] == ["منتجع سياحي"]


def test_what_a_report_leaves_open_is_told_in_its_words_and_not_by_an_id(dossier: Dossier) -> None:
    incident = dossier.incidents[0]
    claim = next(c for reading in dossier.readings for c in reading.claims if c.id in incident.claims)
    asked = Question(text=f"Item {claim.item} leaves this open in its own words.", claims=(claim.id,))
    incident = msgspec.structs.replace(incident, questions=(asked,))
    account = write_account(incident, dossier, Evidence.of(dossier))
    (section,) = [one for one in account.sections if one.key == "open"]
    assert claim.item not in section.sentences[0].text
    assert "leaves this open: “" in section.sentences[0].text
