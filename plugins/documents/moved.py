"""Old addresses as of the clock: which redirects are in force, and what has left without one."""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote

from plugins.documents.addresses import GONE, PublishedAddress, Redirect, followed
from plugins.documents.document import Document
from plugins.documents.site import Site
from plugins.documents.stages import expired, live


def moved(
    site: Site, redirects: Iterable[Redirect], published: Iterable[PublishedAddress] = ()
) -> tuple[Redirect, ...]:
    """What servers are told: redirects in force, and the addresses of what has expired as gone.

    `published` are the lines of addresses.csv: what was held back all its time was never there.
    """
    forced = in_force(site, redirects)
    answered = {unquote(r.old) for r in forced} | {f"/{d.url}" for d in site.live}
    known = {unquote(entry.url) for entry in published}
    left = (f"/{d.url}" for d in site.expired if not d.held or f"/{d.url}" in known)
    gone = sorted({url for url in left if unquote(url) not in answered})
    return (*forced, *(Redirect.model_construct(old=url, new=GONE) for url in gone))


def in_force(site: Site, redirects: Iterable[Redirect]) -> tuple[Redirect, ...]:
    """Lines of redirects.csv as they hold now.

    A redirect from a document that will expire waits until then, and one to a document that is
    not live yet until it is; what leads to a document that has left is gone with it.
    """
    lines = tuple(redirects)
    at = _documents(site) if lines else {}
    rows = [r for r in lines if not _is_to_leave(site, at.get(unquote(r.old)))]
    targets = {unquote(r.old): unquote(r.new) for r in rows}
    return tuple(_in_force(site, rows, targets, at))


def _in_force(
    site: Site,
    redirects: Iterable[Redirect],
    targets: Mapping[str, str],
    at: Mapping[str, Document],
) -> Iterator[Redirect]:
    for redirect in redirects:
        there = at.get(followed(unquote(redirect.new), targets))
        if there is None or live(there, site.now):
            yield redirect
        elif expired(there, site.now):
            yield Redirect.model_construct(old=redirect.old, new=GONE)


def _documents(site: Site) -> dict[str, Document]:
    """Path to document; where several have one, the live one."""
    ordered = sorted(site.documents, key=lambda d: (live(d, site.now), expired(d, site.now)))
    return {f"/{unquote(document.url)}": document for document in ordered}


def _is_to_leave(site: Site, document: Document | None) -> bool:
    """Whether a document's last day is known and has not come."""
    if document is None or document.expires is None:
        return False
    return not expired(document, site.now)
