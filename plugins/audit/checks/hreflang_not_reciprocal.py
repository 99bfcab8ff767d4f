"""hreflang-not-reciprocal: language versions must name each other and themselves.

Yandex reads hreflang in the head of pages only (Yandex Webmaster help, localized pages).
"""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.page import Page
from plugins.audit.subject import Subject
from plugins.language.messages import Message, message
from plugins.language.problems import Severity

RULE = "hreflang-not-reciprocal"
ADVICE = message("every language version lists all versions, itself included, by full addresses")


def hreflang_not_reciprocal(subject: Subject) -> Iterator[Finding]:
    """Pages with hreflang links that do not come back."""
    for page in subject.pages:
        for what in _faults(subject, page):
            yield Finding(RULE, Severity.ERROR, subject.file_of(page), 1, what, ADVICE)


def _faults(subject: Subject, page: Page) -> Iterator[Message]:
    own = f"{subject.address}/{page.url}"
    if page.alternates and own not in page.alternates.values():
        yield message("the hreflang links of the page do not name the page itself")
    for lang, address in page.alternates.items():
        if not address.startswith(f"{subject.address}/"):
            yield message("hreflang %(lang)s is no full address: %(href)s", lang=lang, href=address)
            continue
        path = address.removeprefix(subject.address)
        other = subject.page_at.get(page.target(path) or "")
        if other is None:
            yield message("hreflang %(lang)s leads nowhere: %(href)s", lang=lang, href=address)
        elif own not in other.alternates.values():
            yield message(
                "hreflang %(lang)s does not come back from %(href)s", lang=lang, href=address
            )
