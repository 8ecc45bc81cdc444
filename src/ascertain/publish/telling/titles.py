"""What an incident is called in the language of the edition."""

from ascertain.event_types.event_type import event_types
from ascertain.model import Incident, Place
from ascertain.publish.languages import tongue
from ascertain.publish.wording import direction, isolated, place_name, short_day, side_words


def title_words(incident: Incident, zone: str) -> str:
    """Return an incident's title: its own in the language it was written in, else one made from its fields."""
    spoken = tongue()
    if spoken.is_source:
        where = incident.where
        return incident.title.replace(where.name, _name(where)) if where is not None else incident.title
    known = event_types().get(incident.event)
    words = spoken.word("events", incident.event, known.label.lower() if known else incident.event)
    if incident.where is not None:
        words += f" {side_words(incident.where)} {_name(incident.where)}"
    day = short_day(incident.when, zone)
    return f"{words}{spoken.comma} {day}" if day else words


def _name(place: Place) -> str:
    """Return a place's name, set apart where it runs the other way: the date behind it must not be drawn before it."""
    name = place_name(place)
    return name if direction(name) == tongue().direction else isolated(name)
