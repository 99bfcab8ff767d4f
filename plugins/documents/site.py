"""All documents of a build and how they refer to each other."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from posixpath import join, normpath
from urllib.parse import unquote

from plugins.documents.document import CART, Document, Kind
from plugins.documents.stages import expired, listed, live, missed

PLACEHOLDERS = ("{filename}", "|filename|", "{static}", "|static|", "{attach}", "|attach|")


@dataclass(frozen=True, eq=False)
class Site:
    """Every document at one moment.

    `languages` are ISO 639-1 codes, the first one's pages stand at the root; `files` are the
    paths below content/ of everything there that is not a document; `now` carries a zone.
    """

    documents: tuple[Document, ...]
    languages: tuple[str, ...]
    now: datetime
    files: frozenset[str] = frozenset()

    @cached_property
    def by_source(self) -> Mapping[str, Document]:
        """Source path to document."""
        return {document.source: document for document in self.documents}

    @cached_property
    def by_url(self) -> Mapping[str, Document]:
        """Site path (without its first slash) to live document."""
        return {document.url: document for document in self.live}

    @cached_property
    def live(self) -> tuple[Document, ...]:
        """Documents that visitors can reach now."""
        return tuple(d for d in self.documents if live(d, self.now))

    @cached_property
    def missed(self) -> tuple[Document, ...]:
        """Documents whose day has come and that something keeps in, by source."""
        return tuple(d for d in self.documents if missed(d, self.now))

    @cached_property
    def expired(self) -> tuple[Document, ...]:
        """Documents that have been out and have left, by source."""
        return tuple(d for d in self.documents if expired(d, self.now))

    @cached_property
    def listed(self) -> tuple[Document, ...]:
        """Live documents that lists may name, articles newest first, the rest by source."""
        found = [d for d in self.documents if listed(d, self.now)]
        return tuple(sorted(found, key=_newest_first))

    @cached_property
    def _by_key(self) -> Mapping[str, tuple[Document, ...]]:
        groups: dict[str, list[Document]] = {}
        for document in self.listed:
            groups.setdefault(document.translation_key, []).append(document)
        return {
            key: tuple(sorted(group, key=lambda d: self.languages.index(d.lang)))
            for key, group in groups.items()
        }

    def find(self, source: str) -> Document | None:
        """The live document with this source path, if any."""
        document = self.by_source.get(source)
        return document if document and live(document, self.now) else None

    def with_template(self, lang: str, template: str) -> Document | None:
        """The live document of a language with this template, the first by source, if any."""
        return self._by_template.get((lang, template))

    def cart(self, lang: str) -> Document | None:
        """The page of the cart; a language without one has no cart."""
        return self.with_template(lang, CART)

    @cached_property
    def _by_template(self) -> Mapping[tuple[str, str], Document]:
        ordered = sorted(self.live, key=lambda d: d.source, reverse=True)
        return {(document.lang, document.template): document for document in ordered}

    def home(self, lang: str) -> Document | None:
        """The home page of a language, if it has one."""
        return next(iter(self.in_language(lang, "home")), None)

    def in_language(self, lang: str, kind: Kind) -> tuple[Document, ...]:
        """Listed documents of one kind in one language; articles newest first."""
        return self._by_kind.get((lang, kind), ())

    @cached_property
    def _by_kind(self) -> Mapping[tuple[str, Kind], tuple[Document, ...]]:
        groups: dict[tuple[str, Kind], list[Document]] = {}
        for document in self.listed:
            groups.setdefault((document.lang, document.kind), []).append(document)
        return {key: tuple(group) for key, group in groups.items()}

    def alternates(self, document: Document) -> tuple[tuple[str, Document], ...]:
        """(language, document) of all translations, itself included; empty if it has none."""
        group = self._by_key.get(document.translation_key, ())
        return tuple((d.lang, d) for d in group) if len(group) > 1 else ()

    def resolve(self, document: Document, href: str) -> Document | str | None:
        """What a link in a document's body points to.

        A Document (live or not), the path of a file below content/, or None where nothing is
        there. A plain site path (`/dostavka/`) is resolved among documents only.
        """
        if href.startswith("#"):
            return document
        rest = next((href[len(p) :] for p in PLACEHOLDERS if href.startswith(p)), None)
        if rest is None:
            return self.by_url.get(unquote(re.split("[?#]", href)[0]).lstrip("/"))
        path = path_below_content(rest, document.source)
        return self.by_source.get(path) or (path if path in self.files else None)


def path_below_content(written: str, source: str) -> str:
    """The path that a reference in a file means: from content/ with a slash, else from its folder.

    `{filename}` and the like are not part of `written`; `source` is the file's own path.
    """
    path = unquote(re.split("[?#]", written)[0])
    folder = source.rpartition("/")[0]
    return normpath(path.lstrip("/") if path.startswith("/") else join(folder, path))


def names_source(href: str) -> bool:
    """Whether a link names a file of content/ (`{filename}`, `{static}`) or a place on its page."""
    return href.startswith((*PLACEHOLDERS, "#"))


def fragment_of(href: str) -> str:
    """The #fragment of a link, unescaped, without its #."""
    return unquote(href.partition("#")[2])


def categories(documents: Iterable[Document]) -> Iterator[str]:
    """Each category once, in the order of first appearance."""
    yield from dict.fromkeys(d.category for d in documents if d.category)


def _newest_first(document: Document) -> tuple[float, str]:
    published = document.published.timestamp() if document.published else 0.0
    return (-published, document.source)
