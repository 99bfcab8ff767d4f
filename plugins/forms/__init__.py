"""Forms: question, call back, quotation, subscription; sent to an endpoint, or as a letter."""

from plugins.forms.record import NO_FORMS, Form, Forms, Segment
from plugins.forms.rules import form_rules
from plugins.forms.shown import call_times, sources

__all__ = [
    "NO_FORMS",
    "Form",
    "Forms",
    "Segment",
    "call_times",
    "form_rules",
    "sources",
]
