"""Pages to which buyers come back: paid, failed, cancelled, too late, paid before."""

from plugins.after_payment.pages import failure_pages, missing_pages
from plugins.after_payment.registration import page_claims
from plugins.after_payment.reminders import Reminders

__all__ = ["Reminders", "failure_pages", "missing_pages", "page_claims"]
