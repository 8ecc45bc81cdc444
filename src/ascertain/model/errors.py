"""The error tree.

AscertainError
├── Refused   hostile or oversize input: which limit
├── Broken    evidence fails its check: which item, which bytes
└── Misused   the caller: what to do instead
"""


class AscertainError(Exception):
    """Anything that stops a command; `item` names what it concerns and `remedy` what to do about it."""

    exit_code = 1

    def __init__(self, what: str, *, item: str = "", remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.item = item
        self.remedy = remedy

    def __str__(self) -> str:
        text = f"{self.item}: {self.what}" if self.item else self.what
        return f"{text}\n  {self.remedy[:1].upper()}{self.remedy[1:]}" if self.remedy else text


class Refused(AscertainError):
    """Input that is hostile or larger than a limit allows."""

    exit_code = 4

    def __init__(self, what: str, *, limit: str, item: str = "", remedy: str = "") -> None:
        super().__init__(what, item=item, remedy=remedy)
        self.limit = limit


class Broken(AscertainError):
    """Evidence that is not what was sealed."""

    exit_code = 3


class Misused(AscertainError):
    """A call that can't be carried out as given."""

    exit_code = 2
