"""The words of headings, labels and codes, in English: another language is another table of the same keys."""

ATTRIBUTION = {
    "declared": "Declared",
    "likely": "Likely",
    "contested": "Contested",
    "single_source": "Single source",
}
ATTRIBUTION_MEANS = {
    "declared": "the party says itself that it did this",
    "likely": "independent sources name the party",
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
RULE_SETS = {
    "airwars": "Airwars",
    "ucdp_ged": "UCDP GED",
    "ucdp": "UCDP GED",
    "acled": "ACLED",
    "admiralty": "Admiralty (NATO)",
}
EDGES = {
    "forwards": "forwards it",
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
STAGES = "collect preserve extract resolve relate group weigh publish".split()
