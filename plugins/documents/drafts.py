"""A new document's file: its path and its valid front matter."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from plugins.language.messages import catalog
from plugins.language.slugs import slug_of

NewKind = Literal["article", "page", "product"]
FOLDERS: dict[str, str] = {"article": "blog", "page": "pages", "product": "products"}


@dataclass(frozen=True)
class Draft:
    """A file to write: its path below content/ and its text."""

    path: str
    text: str


def draft(kind: NewKind, title: str, lang: str, slug: str, now: datetime) -> Draft:
    """A draft with every key that its kind needs; `slug` may be empty (then it is proposed)."""
    slug = slug or slug_of(title)
    _ = catalog(lang).gettext
    lines = [f"Title: {title}", "Description: ", f"Slug: {slug}", "Status: draft"]
    if kind == "article":
        lines += [f"Written: {now:%Y-%m-%d}", "Category: ", "Author: "]
    if kind == "product":
        lines += ["Product: "]
    body = _("The first paragraph answers the question of the title at once.")
    heading = _("A heading is a sentence")
    text = "\n".join([*lines, "", body, "", f"## {heading}", ""])
    return Draft(f"{lang}/{FOLDERS[kind]}/{slug}.md", text)
