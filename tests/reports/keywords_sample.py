"""A small site with its maps, and the report of its key phrases read back."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from plugins.audit import Subject, audit
from plugins.documents import Document, Status
from plugins.reports.keywords import write_keywords
from tests.audit.subjects import document, subject

HEADER = "phrase,document,frequency,group,note\n"
ROWS = (
    "доставка из китая,ru/delivery.md,12400,,",
    "доставка китай,ru/delivery.md,600,,",
    "газовая печь,ru/oven.md,900,печи,спросить цену",
    "газовые печи,ru/list.md,300,печи,",
    "тестомес,ru/mixer.md,800,,",
    "аренда крана,,2000,,",
    "сколько стоит аренда крана,,700,аренда крана,",
    '"<script>alert(1)</script> & ""весы""",,10,,=1+1',
    "=1+1 станок,ru/lost.md,5,,",
)
RUSSIAN_MAP = HEADER + "\n".join(ROWS) + "\n"
ENGLISH_MAP = f"{HEADER}gas oven,en/oven.md,1500,,\n"
DELIVERY = """
<p>Наша доставка из Китая занимает 20 дней. Груз можно застраховать.</p>
<h2>Сколько стоит доставка из Китая</h2>
<p>О доставке из Китая спрашивают чаще всего, а Китай далеко: доставка дорога.</p>
"""
OVEN = """
<p>Газовая печь работает от баллона. <a href="{filename}/ru/delivery.md">Доставка из Китая</a>
входит в цену, подробнее <a href="{filename}/ru/delivery.md">здесь</a>.</p>
"""


def documents() -> tuple[Document, ...]:
    """What the site says."""
    return (
        document("ru/delivery.md", DELIVERY, title="Доставка из Китая", description="Сроки"),
        document("ru/oven.md", OVEN, title="Газовая печь", description="Газовая печь для цеха"),
        document("ru/list.md", "<p>Газовые печи и весы.</p>", title="Печи <b>& весы</b>"),
        document("ru/mixer.md", "<p>Тестомес.</p>", title="Тестомес", status=Status.DRAFT),
        document("ru/news.md", "<p>Новости.</p>", title="Новости"),
        document("en/oven.md", "<p>A gas oven.</p>", title="Gas oven", description="A gas oven"),
    )


def site(keywords: Mapping[str, str] | None = None) -> Subject:
    """The site with both maps, or with others."""
    maps = {"ru": RUSSIAN_MAP, "en": ENGLISH_MAP} if keywords is None else keywords
    return subject(documents=documents(), keywords=maps)


def written(folder: Path, lang: str = "en", judged: Subject | None = None) -> "Written":
    """The report of a site in a folder, for a reader of a language."""
    judged = judged or site()
    page = write_keywords(folder, judged.studies, audit(judged), judged.site, lang)
    assert page == folder / "index.html"
    return Written(folder)


class Page(HTMLParser):
    """What a page says and where its links lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.text = ""
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        self.text = " ".join(self.text.split())

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data

    def values(self, attribute: str) -> list[str]:
        """Every value of an attribute, in order."""
        return [attributes[attribute] for _, attributes in self.tags if attribute in attributes]

    def after(self, heading: str) -> str:
        """The text that follows a heading."""
        return self.text.partition(heading)[2]


class Written:
    """A written report."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def page(self, name: str) -> Page:
        """A page by its path."""
        return Page((self.folder / name).read_text("utf-8"))

    def pages(self) -> Iterator[tuple[str, Page]]:
        """Every page with its path."""
        for file in sorted(self.folder.rglob("*.html")):
            name = file.relative_to(self.folder).as_posix()
            yield name, self.page(name)

    def table(self, name: str, separator: str = ",") -> list[dict[str, str]]:
        """The rows of a table by its header."""
        text = (self.folder / name).read_text("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator))

    def data(self) -> dict[str, Any]:
        """The JSON."""
        read: dict[str, Any] = json.loads((self.folder / "keywords.json").read_text("utf-8"))
        return read

    def bytes(self) -> dict[str, bytes]:
        """Every file."""
        files = (file for file in self.folder.rglob("*") if file.is_file())
        return {file.relative_to(self.folder).as_posix(): file.read_bytes() for file in files}
