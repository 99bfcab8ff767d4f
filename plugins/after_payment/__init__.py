"""Pages to which buyers come back: paid, failed, cancelled, too late, paid before."""

from plugins.after_payment.pages import OUTCOMES, failure_pages, outcome_of, outcome_pages
from plugins.after_payment.registration import page_claims
from plugins.after_payment.reminders import Reminders, form_hosts

__all__ = [
    "OUTCOMES",
    "Reminders",
    "failure_pages",
    "form_hosts",
    "outcome_of",
    "outcome_pages",
    "page_claims",
]
