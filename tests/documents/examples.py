"""Documents and sites for tests, made without Pelican."""

from datetime import datetime
from typing import Any

from plugins.documents import Document, Site, Status
from plugins.documents.front_matter import MOSCOW

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=MOSCOW)


def document(source: str = "ru/pages/x.md", body: str = "", **values: Any) -> Document:
    """A live page with the given body; anything else as given."""
    name = source.rpartition("/")[2].removesuffix(".md")
    given = {
        "source": source,
        "lang": source.split("/", maxsplit=1)[0],
        "kind": "page",
        "title": name,
        "description": "",
        "url": f"{name}/",
        "save_as": f"{name}/index.html",
        "status": Status.PUBLISHED,
        "published": None,
        "modified": None,
        "body": body,
        **values,
    }
    return Document(**given)


def site(*documents: Document, files: frozenset[str] = frozenset()) -> Site:
    """A site of these documents, at noon of 22 November 2026."""
    return Site(documents, ("ru", "en"), NOW, files)
