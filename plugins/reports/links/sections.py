"""The sections of a site, as its writers see them: kinds of pages, categories, folders."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from plugins.documents import Document
from plugins.language.messages import Message, message

MOST_SECTIONS = 14
OF_KIND = {
    "home": message("Pages"),
    "page": message("Pages"),
    "list": message("Pages"),
    "product": message("Products"),
    "article": message("Articles"),
    "case": message("Cases"),
    "question": message("Questions"),
}
ORDER = [text.text for text in dict.fromkeys(OF_KIND.values())]
PLAIN_FOLDERS = ("", "pages", "products", "blog", "cases", "questions")
OTHERS = message("Other sections")


@dataclass(frozen=True, slots=True)
class Section:
    """A section by its name for people, and its documents by source."""

    name: str
    documents: tuple[Document, ...]


def sections_of(documents: Iterable[Document], lang: str) -> tuple[Section, ...]:
    """The sections in the order of a site; of very many the largest, and the rest together."""
    documents = sorted(documents, key=lambda d: d.source)
    named = {document.source: _name(document) for document in documents}
    sizes = Counter(named.values())
    kept = [name for name, _ in sizes.most_common()]
    if len(kept) > MOST_SECTIONS:
        kept = kept[: MOST_SECTIONS - 1]
    found: dict[tuple[int, str], list[Document]] = {}
    for document in documents:
        rank, name = named[document.source]
        known = (rank, name) in kept
        found.setdefault((rank, name) if known else (len(ORDER), ""), []).append(document)
    return tuple(Section(_said(key, lang), tuple(found[key])) for key in sorted(found))


def _name(document: Document) -> tuple[int, str]:
    """Where a section stands among others, and what tells it from those beside it."""
    rank = ORDER.index(OF_KIND.get(document.kind, OF_KIND["page"]).text)
    folder = document.source.partition("/")[2].rpartition("/")[0]
    if document.category:
        return rank, document.category
    return rank, "" if folder in PLAIN_FOLDERS else folder


def _said(key: tuple[int, str], lang: str) -> str:
    rank, name = key
    if rank == len(ORDER):
        return OTHERS.in_language(lang)
    kind = Message(ORDER[rank]).in_language(lang)
    return f"{kind}: {name}" if name else kind


def section_of(sections: Sequence[Section]) -> Mapping[str, int]:
    """The number of each document's section, by the document's source."""
    return {d.source: n for n, section in enumerate(sections) for d in section.documents}
