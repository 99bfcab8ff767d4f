"""Old addresses: where each leads in the end, and the pages for servers that know no redirects."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import unquote

from plugins.documents import Site
from plugins.documents.addresses import GONE, Redirect, encoded, file_of, followed, language_of
from plugins.documents.moved import in_force


class Move(NamedTuple):
    """An old path as servers compare it, decoded; the new one in ASCII, None if nothing is left."""

    old: str
    new: str | None


class MovedPage(NamedTuple):
    """A page at an old address that leads on; `to` begins with a slash."""

    save_as: str
    to: str
    lang: str


def moves(redirects: Iterable[Redirect]) -> tuple[Move, ...]:
    """Each redirect with where it leads in the end: what leads on is followed."""
    targets = {unquote(r.old): GONE if r.new == GONE else unquote(r.new) for r in redirects}
    return tuple(Move(old, _written(followed(old, targets))) for old in targets)


def moved_pages(redirects: Iterable[Redirect], languages: tuple[str, ...]) -> Iterator[MovedPage]:
    """The pages to write; where nothing is left there is none, so any server answers 404."""
    for old, new in moves(redirects):
        if new is not None:
            url = old.lstrip("/")
            yield MovedPage(file_of(url), new, language_of(url, languages))


def redirect_pages(site: Site, redirects: Iterable[Redirect]) -> Iterator[MovedPage]:
    """The pages to write now."""
    return moved_pages(in_force(site, redirects), site.languages)


def _written(path: str) -> str | None:
    """The same address without what configurations read otherwise: quotes, and $ of a name."""
    return None if path == GONE else encoded(path).replace("$", "%24").replace("'", "%27")
