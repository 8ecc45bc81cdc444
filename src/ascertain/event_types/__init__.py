"""The kinds of events: one TOML file a type, with its definition, the field's codes, its words and its examples."""

from ascertain.event_types.event_type import EventType, Example, event_types, same_kind

__all__ = ["EventType", "Example", "event_types", "same_kind"]
