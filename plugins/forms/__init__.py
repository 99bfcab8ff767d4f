"""Forms: question, call back, quotation, subscription, reminder; to an endpoint, or by letter."""

from plugins.forms.policy import sources
from plugins.forms.record import NO_FORMS, Form, Forms, Segment
from plugins.forms.rules import form_rules

__all__ = ["NO_FORMS", "Form", "Forms", "Segment", "form_rules", "sources"]
