"""What feeds say of an article: the same in every feed and both formats."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from plugins.company import Company, author_of, person_url
from plugins.discovery.changed import changed
from plugins.discovery.feed_bodies import PictureAt, readable
from plugins.discovery.xml_text import as_uri, writable
from plugins.documents import Document, Site
from plugins.documents.addresses import PublishedAddress
from plugins.language.plain import plain
from plugins.pictures import Cover

BodyOf = Callable[[Document], str]
CoverOf = Callable[[Document], Cover]


@dataclass(frozen=True)
class Entry:
    """An article as feeds tell it; addresses are whole.

    `author_url` is empty where the site has no page about the author.
    """

    id: str
    url: str
    title: str
    summary: str
    author: str
    author_url: str
    category: str
    published: datetime
    updated: datetime
    html: str
    cover: Cover
    cover_url: str


@dataclass(frozen=True)
class Telling:
    """Where what entries say comes from. `address` is the site's, without a slash at its end."""

    site: Site
    company: Company
    address: str
    first_addresses: Mapping[str, str]
    body_of: BodyOf
    cover_of: CoverOf
    picture_at: PictureAt

    def at(self, path: str) -> str:
        """The whole address of a path of the site."""
        return as_uri(f"{self.address}/{path}")


def first_addresses(published: Iterable[PublishedAddress]) -> dict[str, str]:
    """By document, the path at which it first came out, without its first slash."""
    found: dict[str, str] = {}
    for line in published:
        found.setdefault(line.document, line.url.removeprefix("/"))
    return found


def entry_of(document: Document, telling: Telling) -> Entry:
    """What feeds say of an article.

    Its id is the address at which it first came out: another slug makes no new article of it.
    """
    moment = changed(document, telling.site.now)
    if moment is None or document.published is None:
        raise ValueError(document.source)
    person = author_of(document, telling.company)
    told = person_url(telling.site, document.lang, person) if person else None
    name = person.name.in_language(document.lang) if person else document.author
    url, cover = telling.at(document.url), telling.cover_of(document)
    return Entry(
        id=telling.at(telling.first_addresses.get(document.source, document.url)),
        url=url,
        title=_text(document.title, document.lang),
        summary=_text(document.description, document.lang),
        author=_text(name or telling.company.brand.in_language(document.lang), document.lang),
        author_url=telling.at(told) if told else "",
        category=writable(document.category),
        published=document.published,
        updated=moment,
        html=readable(telling.body_of(document), url, telling.picture_at),
        cover=cover,
        cover_url=telling.at(cover.save_as),
    )


def _text(text: str, lang: str) -> str:
    return writable(plain(text, lang))
