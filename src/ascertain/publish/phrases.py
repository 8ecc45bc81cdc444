"""The words of headings, labels and codes, in English: another language is another table of the same keys."""

ATTRIBUTION = {
    "declared": "Declared",
    "likely": "Likely",
    "contested": "Contested",
    "single_source": "Single source",
}
ATTRIBUTION_MEANS = {
    "declared": "the party says itself that it did this",
    "likely": "more than one origin reports it, and all or most that name a party name this one",
    "contested": "sources name different parties, or the party denies it",
    "single_source": "one origin alone names the party",
}
GRADE = {
    "confirmed": "Confirmed",
    "fair": "Fair",
    "weak": "Weak",
    "contested": "Contested",
    "discounted": "Discounted",
}
GRADE_MEANS = {
    "confirmed": "a party has accepted responsibility for the harm",
    "fair": "two or more independent, credible sources report the harm",
    "weak": "one source reports the harm",
    "contested": "sources disagree about who caused the harm, or about whether there was any",
    "discounted": "those killed or hurt were combatants, or another party did it",
}
# Codebooks that know no other word call it contested where nobody is named.
UNNAMED = {
    "attribution": ("Not known", "no report names a party that did it"),
    "grade": ("Contested", "nobody is named as having caused it, which these rules count as contested"),
}
RULE_SETS = {
    "airwars": "Airwars",
    "ucdp_ged": "UCDP GED",
    "ucdp": "UCDP GED",
    "acled": "ACLED",
    "admiralty": "Admiralty (NATO)",
}


def rule_set_title(name: str) -> str:
    """Return what a rule set is called: a codebook by its own name, any other by that of its file."""
    return RULE_SETS.get(name, name.replace("_", " ").capitalize())


EDGES = {
    "forwards": "forwards it",
    "answers": "answers it",
    "cites": "names it as the source",
    "copies": "has its words",
    "same_wire": "the same wire report",
    "same_publisher": "the same publisher",
    "same_party": "the same party",
    "same_official": "the same official",
    "same_media": "the same picture",
    "translates": "translates it",
    "same_source": "the same source",
    "split": "taken apart by a person",
}
POLARITY = {"asserted": "says", "denied": "denies", "questioned": "doubts"}
RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "can't be judged",
}
LINKS = {
    "same_place_and_parties": "Same place and parties",
    "precedent": "Came before",
    "part_of": "Part of",
    "double_tap": "Second strike on the same spot",
    "retaliation": "In answer to",
    "follow_up": "Followed by",
}
SAME_PICTURE = "The same picture in other reports"
RECAPTURED = {
    "heading": "Other captures of this address",
    "gone": "Present in the earlier capture, absent in the later",
    "came": "In the later capture alone",
    "claims_gone": "Claims of the earlier capture that the later does not make",
    "claims_came": "Claims that only the later capture makes",
    "other": "The other capture",
    "same": "Captured on {earlier} and again on {later}: the same words.",
    "changed": "Captured on {earlier} and again on {later}, in other words.",
    "appeared": "Present in the capture of {later}; in that of {earlier} the address showed no page.",
    "absent": "Present in the capture of {earlier}; absent in that of {later}, when the address answered {status}.",
    "unanswered": "Present in the capture of {earlier}; in that of {later} the address answered {status}, so what it "
    "held then is not known.",
    "unreadable": "Present in the capture of {earlier}; that of {later} holds no words, so what the address held then "
    "is not known.",
}
RECAPTURED_COUNTS = {
    "gone": "Passages present in the earlier and absent in the later: {}.",
    "came": "Passages in the later alone: {}.",
    "claims_gone": "Claims of the earlier alone: {}.",
    "claims_came": "Claims of the later alone: {}.",
}
STAGES = "collect preserve extract resolve relate group weigh publish".split()
