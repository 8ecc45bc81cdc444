"""The languages that a dossier can be published in: one file each, found by its name."""

from ascertain.publish.languages.tongue import Tongue, known_tongues, speaking, tongue, tongue_of

__all__ = ["Tongue", "known_tongues", "speaking", "tongue", "tongue_of"]
