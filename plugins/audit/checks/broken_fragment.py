"""broken-fragment: a link names a place (#…) that its page does not have."""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.documents.site import fragment_of
from plugins.language.messages import message
from plugins.language.problems import Severity

ADVICE = message("use the id of a heading of that page, or link the page without #")


def broken_fragment(subject: Subject) -> Iterator[Finding]:
    """Links to a page of the site whose fragment is no id there."""
    for page in subject.pages:
        for href in page.links:
            fragment, target = (
                fragment_of(href),
                subject.page_at.get(subject.target(page, href) or ""),
            )
            if fragment and target is not None and fragment not in target.ids:
                what = message(
                    "the link %(href)s names a place that /%(url)s does not have",
                    href=href,
                    url=target.url,
                )
                line = subject.line_of(page, f"#{fragment}")
                yield Finding(
                    "broken-fragment", Severity.ERROR, subject.file_of(page), line, what, ADVICE
                )
