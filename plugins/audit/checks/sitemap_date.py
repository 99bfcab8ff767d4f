"""sitemap-date: a last change that is no moment, or has not come yet.

Google passes over the dates of a site whose dates have proved wrong.
"""

from collections.abc import Iterator
from datetime import datetime

from plugins.audit.finding import Finding
from plugins.audit.sitemap import sitemap_of, target_of
from plugins.audit.subject import Subject
from plugins.documents.stages import has_come
from plugins.language.messages import Message, message
from plugins.language.problems import Severity

ADVICE = message("write in Date and Modified when the text was changed")


def sitemap_date(subject: Subject) -> Iterator[Finding]:
    """Moments without a zone, written otherwise than the protocol has it, or of the future."""
    for entry in sitemap_of(subject).named:
        what = _fault(subject, entry.lastmod)
        if what:
            page = subject.page_at.get(target_of(subject, entry.loc) or "")
            file = subject.file_of(page) if page else f"output/{entry.file}"
            yield Finding("sitemap-date", Severity.ERROR, file, 0, what, ADVICE)


def _fault(subject: Subject, lastmod: str) -> Message | None:
    if not lastmod:
        return None
    try:
        moment = datetime.fromisoformat(lastmod)
    except ValueError:
        moment = datetime.min
    if moment.tzinfo is None:
        return message("the date in the sitemap is no moment with a zone: %(date)s", date=lastmod)
    if not has_come(moment, subject.site.now):
        return message("the date in the sitemap is in the future: %(date)s", date=lastmod)
    return None
