"""Arabic words without the particles that are written onto them."""

import re

# wa-, fa- (and, so); bi-, li-, ka- (by, for, like); al- (the). A stem keeps three letters at least, two after al-.
_PREFIXED = re.compile(r"^(?:[وف]?(?:[بك]?ال|لل)(?=\w{2})|[وف](?=\w{3})|[وف]?[بلك](?=\w{3}))")


def prefix_length(word: str) -> int:
    """Return how many letters at the start of a folded word may be particles and article (0 where none can)."""
    match = _PREFIXED.match(word)
    return match.end() if match else 0


def prefix_lengths(word: str) -> tuple[int, ...]:
    """Return every way to cut particles off a folded word, shortest cut first, without the uncut word.

    وبالقصف: و, وب, وبال. The caller decides which cut leaves a word that it knows.
    """
    longest = prefix_length(word)
    if not longest:
        return ()
    cuts = []
    for length in range(1, longest + 1):
        rest = word[length:]
        if len(rest) >= 2 and (length == longest or word[:length] in _PARTICLES):
            cuts.append(length)
    return tuple(cuts)


_PARTICLES = frozenset("و ف ب ل ك وب ول وك فب فل فك ال وال فال بال كال وبال وكال فبال لل ولل فلل".split())
