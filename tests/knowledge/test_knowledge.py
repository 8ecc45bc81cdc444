import pytest

from ascertain.knowledge import load
from ascertain.model import Misused


def written(folder, name, text):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_built_in_packs_load_and_refer_to_known_actors():
    knowledge = load()
    ids = {actor.id for actor in knowledge.actors}
    assert len(ids) == len(knowledge.actors) > 400
    sides = {actor.side for actor in knowledge.actors if actor.side}
    ends = {relation.to for actor in knowledge.actors for relation in actor.relations}
    assert sides | ends <= ids
    assert len({thing.id for thing in knowledge.equipment}) == len(knowledge.equipment) > 250


def test_the_same_packs_give_the_same_digest_and_other_packs_another(tmp_path):
    pack = written(tmp_path, "more.toml", '[[actor]]\nid = "x"\nname = "X Front"\ntype = "armed_group"\n')
    assert load().digest == load().digest != load(packs=[pack]).digest


def test_a_case_adds_names_to_a_known_actor_and_its_own_word_comes_first(tmp_path):
    written(
        tmp_path,
        "actors.toml",
        '[[actor]]\nid = "hts"\nname = "HTS"\ntype = "armed_group"\naliases = ["the Commission"]\n'
        '[[actor.relation]]\nkind = "allied_with"\nto = "sna"\nfrom = 2020-01-02\nuntil = "2021"\nstated_in = "r-7"\n',
    )
    actor = next(actor for actor in load(tmp_path).actors if actor.id == "hts")
    assert actor.name == "HTS"
    assert actor.aliases[0] == "the Commission"
    assert "هيئة تحرير الشام" in actor.aliases
    assert (actor.relations[0].since, actor.relations[0].until) == ("2020-01-02", "2021")
    assert load(tmp_path).actors[0].id == "hts"


def test_a_source_of_the_case_replaces_what_was_known_of_it(tmp_path):
    written(tmp_path, "sources.toml", '[[source]]\nname = "Own Page"\nreliability = "B"\nbecause = "seen before"\n')
    source = next(source for source in load(tmp_path).sources if source.name == "Own Page")
    assert (source.reliability, source.because) == ("B", "seen before")


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ('[[actor]]\nid = "a"\nname = "A"\ntype = "army"\n', 1, "must be one of"),
        ('\n\n[[actor]]\nname = "A"\ntype = "military"\n', 3, "`id` is missing"),
        ('[[actor]]\nid = "a"\nname = 3\ntype = "military"\n', 1, "`name`"),
        ('[[actor]]\nid = "a"\nname = "A"\ntype = "party"\naliases = "B"\n', 1, "`aliases`"),
        ('[[actor]]\nid = "a"\nname = "A"\ntype = "government"\nbacks = "b"\n', 1, "`backs`"),
        ('[[source]]\nname = "S"\nreliability = "Z"\n', 1, "from A to F"),
        (
            '[[actor]]\nid = "a"\nname = "A"\ntype = "party"\n\n[[actor]]\nid = "b"\nname = "B"\ntype = "party"\n'
            '[[actor.relation]]\nkind = "likes"\nto = "a"\n',
            6,
            "relation",
        ),
        ('[[actor]\nid = "a"\n', 1, "not TOML"),
        ('actor = [\n  { id = "a", name = "A", type = "party" },\n  { id = "b", type = "party" },\n]\n', 3, "`name`"),
    ],
)
def test_a_malformed_pack_is_refused_with_its_file_and_line(tmp_path, text, line, what):
    pack = written(tmp_path, "bad.toml", text)
    with pytest.raises(Misused, match=what) as caught:
        load(packs=[pack])
    assert caught.value.item == f"{pack}:{line}"
    assert caught.value.remedy


def test_a_pack_that_is_missing_not_text_or_of_an_unknown_kind_is_refused(tmp_path):
    with pytest.raises(Misused, match="can't be read"):
        load(packs=[tmp_path / "none.toml"])
    broken = tmp_path / "bytes.toml"
    broken.write_bytes(b"\xff\xfe")
    with pytest.raises(Misused, match="UTF-8"):
        load(packs=[broken])
    with pytest.raises(Misused, match="unknown table"):
        load(packs=[written(tmp_path, "odd.toml", '[[weapon]]\nid = "a"\n')])
