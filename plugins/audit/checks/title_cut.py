"""title-cut: a title is wider than search results show, so its end is lost."""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.language.messages import message
from plugins.language.problems import Severity

ADVICE = message("make the title shorter, or put first what people look for")


def title_cut(subject: Subject) -> Iterator[Finding]:
    """Indexed pages whose title does not fit, as the setting TITLES measures it."""
    for page in subject.pages:
        if page.is_indexed and page.title and not subject.titles.fits(page.title):
            what = message(
                "search results cut the title «%(title)s»: it takes %(width)s pixels of %(room)s",
                title=page.title,
                width=subject.titles.width(page.title),
                room=subject.titles.pixels,
            )
            document = subject.document_of(page)
            line = document.key_line("title") if document else 0
            yield Finding("title-cut", Severity.ADVICE, subject.file_of(page), line, what, ADVICE)
