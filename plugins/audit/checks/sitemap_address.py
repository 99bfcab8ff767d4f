"""sitemap-address: the sitemap names what is no page of the site, or not by its own address.

Search engines trust a sitemap that names the canonical addresses of pages they may list, each
once, and learn to pass over one that does not.
"""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import unquote

from plugins.audit.finding import Finding
from plugins.audit.sitemap import Named, sitemap_of, target_of
from plugins.audit.subject import Subject
from plugins.language.messages import Message, message
from plugins.language.problems import Severity

RULE = "sitemap-address"
ADVICE = message("mend the page, or what brings it into the sitemap: its Status, its kind, a list")


def sitemap_address(subject: Subject) -> Iterator[Finding]:
    """Addresses that are not absolute, of elsewhere, of nothing, not canonical or named twice."""
    named = sitemap_of(subject).named
    times = Counter(entry.loc for entry in named)
    for entry in named:
        page = subject.page_at.get(target_of(subject, entry.loc) or "")
        file = subject.file_of(page) if page else f"output/{entry.file}"
        for what in _faults(subject, entry):
            yield Finding(RULE, Severity.ERROR, file, 0, what, ADVICE)
        if times[entry.loc] > 1:
            what = message("the sitemap names %(address)s twice", address=entry.loc)
            yield Finding(RULE, Severity.ERROR, file, 0, what, ADVICE)


def _faults(subject: Subject, entry: Named) -> Iterator[Message]:
    target = target_of(subject, entry.loc)
    page = subject.page_at.get(target or "")
    if target is None or not entry.loc.isascii() or not entry.loc.startswith("https://"):
        yield message("no full address of this site stands there: %(address)s", address=entry.loc)
    elif page is None:
        yield message("the sitemap names %(address)s, where no page is", address=entry.loc)
    elif not page.is_indexed:
        yield message("the sitemap names a page that says noindex or leads on elsewhere")
    elif page.canonical and unquote(page.canonical) != unquote(entry.loc):
        yield message(
            "the page names another address as its own: %(address)s", address=page.canonical
        )
    for image in entry.images:
        if target_of(subject, image) not in subject.files:
            yield message(
                "the sitemap names a picture that is not there: %(address)s", address=image
            )
