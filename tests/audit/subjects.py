"""Subjects of an audit made by hand: documents and pages without a build."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from plugins.audit import Finding, Subject
from plugins.audit.checks import Check
from plugins.audit.law import NO_LAW, Law
from plugins.audit.page import Page
from plugins.company import Company
from plugins.documents import Document, Site, Status
from plugins.documents.front_matter import MOSCOW
from plugins.keywords.study import studies
from plugins.language.problems import Severity
from plugins.schedule import Schedule

NOW = datetime(2026, 11, 22, 12, tzinfo=MOSCOW)
ADDRESS = "https://example.com"
NO_PAGES: Mapping[str, str] = MappingProxyType({})
HEAD = '<title>{title}</title><meta name="description" content="{description}">'


def document(source: str, body: str = "", markdown: str = "", **values: Any) -> Document:
    """A published document; its page is the file `<name>/index.html` of its language."""
    lang, name = source.split("/", maxsplit=1)[0], source.rpartition("/")[2].removesuffix(".md")
    prefix = "" if lang == "ru" else f"{lang}/"
    url = prefix if name == "index" else f"{prefix}{name}/"
    plain: dict[str, Any] = {
        "lang": lang,
        "kind": "page",
        "title": name,
        "description": f"about {name}",
        "url": url,
        "save_as": f"{url}index.html",
        "status": Status.PUBLISHED,
        "published": None,
        "modified": None,
        "body": body,
        "markdown": markdown,
    }
    return Document(source=source, **(plain | values))


def site(*documents: Document, files: Iterable[str] = ()) -> Site:
    """A Site of Russian and English at a still moment."""
    return Site(documents, ("ru", "en"), NOW, frozenset(files))


def subject(
    pages: Mapping[str, str] = NO_PAGES,
    documents: Iterable[Document] = (),
    *,
    files: Iterable[str] = (),
    content: Iterable[str] = (),
    example: bool = False,
    publishing: bool = False,
    keywords: Mapping[str, str] = NO_PAGES,
    pictures: Iterable[str] = (),
    company: Company | None = None,
    law: Law = NO_LAW,
    schedule: Schedule | None = None,
) -> Subject:
    """What an audit looks at: output path to HTML, documents, other files of the output, files
    of content/ that are not documents, relevance maps by language, pictures of content/ shown,
    facts of law, the schedule.
    """
    all_documents = site(*documents, files=content)
    return Subject(
        site=all_documents,
        company=company or Company.model_construct(example=example),  # type: ignore[call-arg]
        address=ADDRESS,
        static=("files",),
        pages=tuple(Page(path, html) for path, html in pages.items()),
        files=frozenset([*pages, *files]),
        publishing=publishing,
        studies=studies(all_documents, {lang: text.encode() for lang, text in keywords.items()}),
        pictures=frozenset(pictures),
        law=law,
        schedule=schedule,
    )


def head(title: str = "A title", description: str = "A description", more: str = "") -> str:
    """A page with a head and nothing else."""
    return HEAD.format(title=title, description=description) + more


Found = tuple[str, Severity, str, int, str]


def found(check: Check, judged: Subject) -> list[Found]:
    """What a check finds: rule, severity, file, line, and the message in English."""
    return [as_read(finding) for finding in check(judged)]


def as_read(finding: Finding) -> Found:
    message = finding.message.in_language("en")
    return finding.rule, finding.severity, finding.file, finding.line, message
