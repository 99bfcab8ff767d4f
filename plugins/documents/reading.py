"""From a source file to a Document: its kind, address, stage and template."""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from plugins.documents.addresses import address, file_of
from plugins.documents.document import Document, Kind
from plugins.documents.front_matter import date_of, is_article
from plugins.documents.keys import KNOWN_KEYS
from plugins.documents.sources import Source
from plugins.documents.stages import Status, live
from plugins.language.messages import message
from plugins.language.problems import NOTHING, Problem, expected
from plugins.language.slugs import slug_of

FILE_KINDS: dict[str, Kind] = {"pages/index.md": "home", "pages/404.md": "error"}
FOLDER_KINDS: dict[str, Kind] = {"cases": "case", "questions": "question"}
_SLUG = re.compile(r"[\w.~-]+(?:/[\w.~-]+)*")
_PATH = re.compile(r"/?[\w.~-]+(?:/[\w.~-]+)*/?")
ADDRESS_KEYS = {"slug": _SLUG, "url": _PATH, "save_as": _PATH}


@dataclass(frozen=True)
class Reading:
    """What Pelican must know of a document before it makes its object."""

    lang: str
    kind: Kind
    slug: str
    url: str
    status: Status
    published: datetime | None
    modified: datetime | None
    template: str
    expires: datetime | None = None
    held: tuple[Problem, ...] = ()
    early: bool = False


def reading_of(
    source: Source, languages: tuple[str, ...], held: tuple[Problem, ...] = ()
) -> Reading:
    """Kind, address, dates and template of a source; `held` is what keeps it in (gate.py)."""
    lang, kind = source.path.split("/")[0], kind_of(source)
    slug = source.value("slug") or slug_of(source.value("title"))
    url = source.value("url") or address(kind, lang, slug, languages)
    status = source.value("status").lower()
    return Reading(
        lang=lang,
        kind=kind,
        slug=slug,
        url=url.lstrip("/"),
        status=Status(status) if status in list(Status) else Status.PUBLISHED,
        published=date_of(source.value("date")),
        modified=date_of(source.value("modified")),
        template=source.value("template") or kind,
        expires=date_of(source.value("expires")),
        held=held,
    )


def shown_early(reading: Reading, now: datetime) -> Reading:
    """The same for a preview of everything: what is not live is shown, and marked."""
    if live(reading, now):
        return reading
    past = min(reading.published or now, now)
    return replace(
        reading, status=Status.PUBLISHED, published=past, expires=None, held=(), early=True
    )


def kind_of(source: Source) -> Kind:
    """What a document is, by its place and its front matter."""
    below_language = source.path.partition("/")[2]
    if below_language in FILE_KINDS:
        return FILE_KINDS[below_language]
    if source.value("lists"):
        return "list"
    if source.value("product"):
        return "product"
    folder = below_language.partition("/")[0]
    return "article" if is_article(source.path) else FOLDER_KINDS.get(folder, "page")


def slug_problems(source: Source) -> list[Problem]:
    """Addresses that cannot be: written wrong, or a title without a letter or digit."""
    slug, title = source.fields.get("slug"), source.fields.get("title")
    file = f"content/{source.path}"
    for key, pattern in ADDRESS_KEYS.items():
        field = source.fields.get(key)
        if field and field.value and (".." in field.value or not pattern.fullmatch(field.value)):
            what = message("letters, digits and hyphens without spaces")
            return [Problem(file, field.line, field.written, expected(what, f"'{field.value}'"))]
    if title and title.value and not (slug and slug.value) and not slug_of(title.value):
        what = message("a line «Slug: …», because the title has no letters or digits")
        return [Problem(file, title.line, "Slug", expected(what, NOTHING))]
    return []


def pelican_metadata(reading: Reading, source: Source, now: datetime) -> dict[str, Any]:
    """The same for Pelican: what is not live is a draft that is written nowhere."""
    is_live = live(reading, now)
    written = is_live and reading.kind != "list"
    dated = reading.published is not None or reading.kind == "article"
    return {
        "lang": reading.lang,
        "slug": reading.slug,
        "url": reading.url,
        "save_as": _save_as(reading, source) if written else "",
        "status": _as_pelican_says(reading.status) if is_live else "draft",
        "template": reading.template,
        "translation_key": source.path.partition("/")[2],
        **({"date": reading.published or now} if dated else {}),
        **({"modified": reading.modified} if reading.modified else {}),
    }


def _as_pelican_says(status: Status) -> str:
    return str(Status.PUBLISHED if status is Status.READY else status)


def document_of(reading: Reading, source: Source, body: str) -> Document:
    """The Document of a source, given its HTML body before any edit."""
    tags = re.split(r"\s*[;,]\s*", source.value("tags")) if source.value("tags") else []
    extra = {f.written: f.value for k, f in source.fields.items() if k not in KNOWN_KEYS}
    return Document(
        source=source.path,
        lang=reading.lang,
        kind=reading.kind,
        title=source.value("title"),
        description=source.value("description"),
        url=reading.url,
        save_as=_save_as(reading, source),
        status=reading.status,
        published=reading.published,
        modified=reading.modified,
        expires=reading.expires,
        held=reading.held,
        early=reading.early,
        body=body,
        markdown=source.text,
        category=source.value("category"),
        author=source.value("author") or source.value("authors"),
        tags=tuple(tag for tag in tags if tag),
        product=source.value("product"),
        sample=source.value("sample"),
        lists=source.value("lists"),
        template=reading.template,
        typography=source.value("typography").lower() != "off",
        links_out=source.value("links_out").lower() != "off",
        links_in=_links_in(source.value("links_in").lower()),
        priority=_number(source.value("priority"), default=5),
        deadline=date_of(source.value("deadline")),
        written=date_of(source.value("written")),
        evergreen=_number(source.value("evergreen"), default=0),
        extra=MappingProxyType(extra),
    )


def _links_in(value: str) -> int:
    return 0 if value == "off" else int(value or 1)


def _number(value: str, default: int) -> int:
    return int(value) if value.isascii() and value.isdigit() else default


def _save_as(reading: Reading, source: Source) -> str:
    return source.value("save_as") or file_of(reading.url)
