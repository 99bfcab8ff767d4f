"""sitemap-broken: a file of the sitemap that search engines cannot read."""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.sitemap import sitemap_of
from plugins.audit.subject import Subject
from plugins.language.messages import message
from plugins.language.problems import Severity

ADVICE = message("build the site anew; nothing but the build writes the sitemap")


def sitemap_broken(subject: Subject) -> Iterator[Finding]:
    """Files that are not there, are no XML or are too large."""
    for fault in sitemap_of(subject).faults:
        file = f"output/{fault.file}"
        yield Finding("sitemap-broken", Severity.ERROR, file, 0, fault.what, ADVICE)
