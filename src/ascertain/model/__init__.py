"""What things are: frozen records without I/O, the only things that travel between stages.

Field names are the ones of the public exchange formats (docs/reference/formats.md), so that what a
stage hands on and what a user reads in a file are the same words.
"""

from ascertain.model.actor import Actor, ActorName, ActorRelation
from ascertain.model.assessment import Assessment, Range, TraceStep
from ascertain.model.capture import Capture, SealedCapture
from ascertain.model.claim import Claim, ClaimedCount, Party, Speaker
from ascertain.model.count import Count
from ascertain.model.decision import Decision
from ascertain.model.dossier import Change, Dossier, Version
from ascertain.model.equipment import Equipment
from ascertain.model.errors import AscertainError, Broken, Misused, Refused
from ascertain.model.identity import content_id
from ascertain.model.incident import Contradiction, Incident, Link, PartySupport, Placing, Question, Silence
from ascertain.model.interval import Interval
from ascertain.model.item import Item, Picture
from ascertain.model.mention import Mention
from ascertain.model.origin import Derivation, Edge, Origin
from ascertain.model.place import Area, Place
from ascertain.model.reading import Headline, Reading, beside, is_beside
from ascertain.model.recapture import Recapture
from ascertain.model.record import SourceRecord
from ascertain.model.settings import Settings
from ascertain.model.skipped import Skipped, Unknown
from ascertain.model.source import Source
from ascertain.model.span import Span

__all__ = [
    "Actor",
    "ActorName",
    "ActorRelation",
    "Area",
    "AscertainError",
    "Assessment",
    "Broken",
    "Capture",
    "Change",
    "Claim",
    "ClaimedCount",
    "Contradiction",
    "Count",
    "Decision",
    "Derivation",
    "Dossier",
    "Edge",
    "Equipment",
    "Headline",
    "Incident",
    "Interval",
    "Item",
    "Link",
    "Mention",
    "Misused",
    "Origin",
    "Party",
    "PartySupport",
    "Picture",
    "Place",
    "Placing",
    "Question",
    "Range",
    "Reading",
    "Recapture",
    "Refused",
    "SealedCapture",
    "Settings",
    "Silence",
    "Skipped",
    "Source",
    "SourceRecord",
    "Span",
    "Speaker",
    "TraceStep",
    "Unknown",
    "Version",
    "beside",
    "content_id",
    "is_beside",
]
