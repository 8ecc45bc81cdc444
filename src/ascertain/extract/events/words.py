"""All the words that a claim is built from, of one language, in one automaton."""

from dataclasses import dataclass
from functools import cache
from sys import intern

from ascertain.event_types import EventType, event_types
from ascertain.languages.cues import Cue, Language, language, split_cues
from ascertain.languages.endings import Endings
from ascertain.text import Lexicon
from ascertain.text.compiled import compiled_once
from ascertain.text.lexicon import Compiled, compile_entries

_FORMS = {
    "verbs": "verb", "default_verbs": "verb", "weapon_verbs": "verb", "impact_verbs": "verb",
    "split_verbs": "verb", "passive": "passive", "nouns": "noun", "default_nouns": "noun", "flown_nouns": "noun",
    "flown_verbs": "verb", "yields_verbs": "verb", "armed_verbs": "verb", "aimed_nouns": "noun", "armed_nouns": "noun",
    "laid_nouns": "noun", "site_verbs": "verb", "site_nouns": "noun", "means": "means", "not": "not",
}  # fmt: skip


@dataclass(frozen=True)
class Words:
    """A language's grammar, the compiled words of its packs and the event types that they name."""

    language: Language
    lexicon: Lexicon[Cue]
    types: dict[str, EventType]


def event_cues(code: str, endings: Endings | None = None) -> list[tuple[str, Cue]]:
    """Return the phrases that tell an event in this language; `value` is the type, `form` the table it stands in.

    A verb that the language's endings tell to stand in the present is flagged as `present`.
    """
    cues: list[tuple[str, Cue]] = []
    for name, kind in event_types().items():
        for form, phrases in kind.cues.get(code, {}).items():
            flags = frozenset({form.split("_")[0]}) if "_" in form else frozenset()
            now = _in_the_present(frozenset(phrases), endings) if _FORMS[form] == "verb" and endings else frozenset()
            cue = Cue("event", name, _FORMS[form], flags=flags)
            cue_now = Cue("event", name, _FORMS[form], flags=flags | {"present"})
            if form != "split_verbs":
                cues.extend([(phrase, cue_now if phrase in now else cue) for phrase in phrases])
        cues.extend(split_cues(kind.cues.get(code, {}).get("split_verbs", ()), Cue("event", name, "verb")))
    return cues


def _in_the_present(verbs: frozenset[str], endings: Endings) -> frozenset[str]:
    """Return the verbs of one word that stand in the present: those listed with and without its ending."""
    pairs = {(verb, verb + ending) for verb in verbs for ending in endings.present if verb + ending in verbs}
    stems = {(verb.removesuffix(past), past) for verb in verbs for past in endings.past if verb.endswith(past)}
    third = {stem + ending for stem, _ in stems for ending in endings.present} & verbs
    return (frozenset(form for pair in pairs for form in pair) | third) - frozenset(endings.alike)


@cache
def words_of(code: str) -> Words | None:
    """Return the words of a language, compiled once, or nothing where no folder describes it."""
    found = language(code)
    if found is None:
        return None
    compiled = compiled_once(
        Compiled[Cue], f"words-{code}", lambda: compile_entries([*found.cues, *event_cues(code, found.endings)])
    )
    compiled.tags = [tuple(map(interned, cues)) for cues in compiled.tags]
    return Words(found, Lexicon(compiled), event_types())


@cache
def interned(cue: Cue) -> Cue:
    """Return a cue whose texts are the very objects that the code names, which compares faster."""
    flags = frozenset(map(intern, cue.flags))
    return Cue(intern(cue.kind), intern(cue.value), intern(cue.form), intern(cue.polarity), flags)


def can_be_verb(cues: tuple[Cue, ...]) -> bool:
    """Return whether one of a word's cues is a verb."""
    return any(cue.form in {"verb", "passive"} for cue in cues)


def colouring(cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """Return the cues that colour a word without being its part of speech."""
    colours = {"hedge", "mood", "negation", "mark", "source", "questioned"}
    return tuple(cue for cue in cues if cue.kind in colours or cue.value in {"factual", "in_use", "happening"})
