"""What a visitor agrees to: documents of law, the choice, the counter that waits for it."""

from plugins.consent.documents import LegalPages, filled, problems
from plugins.consent.metrica import METRICA_SOURCES, counter_of
from plugins.consent.notes import with_notes

__all__ = [
    "METRICA_SOURCES",
    "LegalPages",
    "counter_of",
    "filled",
    "problems",
    "with_notes",
]
