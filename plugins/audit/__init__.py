"""What is wrong, where, and what to do about it; one check per file."""

from plugins.audit.audit import audit
from plugins.audit.finding import Finding
from plugins.audit.subject import Subject, pages_in, told_in

__all__ = ["Finding", "Subject", "audit", "pages_in", "told_in"]
