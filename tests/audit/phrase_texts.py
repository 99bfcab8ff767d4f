"""Relevance maps and texts made by hand for the checks of key phrases."""

from plugins.audit import Subject
from plugins.documents import Document
from tests.audit.subjects import document, subject

HEADER = "phrase,document,frequency,group,note"


def relevance_map(*rows: str) -> str:
    """A map out of its rows; the first one is line 2."""
    return "\n".join([HEADER, *rows])


def words(count: int) -> str:
    """So many words that belong to no phrase, as sentences of ten."""
    sentences, rest = divmod(count, 10)
    return " ".join([*["так и далее " * 3 + "вот."] * sentences, *["так"] * rest])


def text(name: str = "ru/pages/a.md", body: str = "", **values: str) -> Document:
    """A document whose Markdown is its front matter and its body."""
    title, description = values.get("title", "Т"), values.get("description", "О")
    markdown = f"Title: {title}\nDescription: {description}\n\n{body}\n"
    return document(name, body, markdown, **{"title": title, "description": description, **values})


def judged(*rows: str, texts: tuple[Document, ...], **pages: str) -> Subject:
    """An audit of texts with a map of these rows; pages (of name/index.html) by name."""
    built = {f"{name}/index.html": html for name, html in pages.items()}
    return subject(built, texts, keywords={"ru": relevance_map(*rows)})
