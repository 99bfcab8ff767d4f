"""sitemap-lacks-page: a page that search engines may list is not in the sitemap."""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.page import Page
from plugins.audit.sitemap import sitemap_of, target_of
from plugins.audit.subject import Subject
from plugins.documents.stages import listed
from plugins.language.messages import message
from plugins.language.problems import Severity

RULE = "sitemap-lacks-page"
WHAT = message("the page is not in the sitemap")
ADVICE = message("a page that nobody should find says noindex, or is a draft; any other is named")


def sitemap_lacks_page(subject: Subject) -> Iterator[Finding]:
    """Pages that name themselves as canonical and do not say noindex; hidden ones left out.

    Where there is no sitemap at all, `sitemap-broken` says it once.
    """
    named = {target_of(subject, entry.loc) for entry in sitemap_of(subject).named}
    for page in subject.pages if named else ():
        own = page.is_indexed and target_of(subject, page.canonical) == page.path
        if own and page.path not in named and not _is_hidden(subject, page):
            yield Finding(RULE, Severity.WARNING, subject.file_of(page), 0, WHAT, ADVICE)


def _is_hidden(subject: Subject, page: Page) -> bool:
    document = subject.document_of(page)
    return document is not None and not listed(document, subject.site.now)
