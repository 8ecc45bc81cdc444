from ascertain.knowledge import load


def test_outlets_of_one_network_are_told_apart_but_share_it():
    sources = {source.id: source for source in load().sources}
    assert sources["source.ria"].network == sources["source.sputnik"].network
    assert sources["source.reuters"].network is None


def test_no_outlet_is_graded_by_the_built_in_pack_and_names_belong_to_one():
    sources = load().sources
    assert {source.reliability for source in sources} == {"F"}
    accounts = [account.casefold() for source in sources for account in source.accounts]
    assert len(accounts) == len(set(accounts))


def test_sides_of_outlets_are_parties_that_are_known():
    knowledge = load()
    assert {source.side for source in knowledge.sources if source.side} <= {actor.id for actor in knowledge.actors}
