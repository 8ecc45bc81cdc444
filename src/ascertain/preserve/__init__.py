"""The stage: preserve. Captures are sealed, decisions entered, and nothing is written over."""

from ascertain.preserve.decisions import Attachment, attach, decide, decisions, in_force, withdraw
from ascertain.preserve.interface import Preserved
from ascertain.preserve.stage import preserve, sealed_captures

__all__ = [
    "Attachment",
    "Preserved",
    "attach",
    "decide",
    "decisions",
    "in_force",
    "preserve",
    "sealed_captures",
    "withdraw",
]
