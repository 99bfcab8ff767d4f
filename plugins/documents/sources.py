"""The files of content/ as they lie on disk: Markdown with its front matter, and the rest."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from plugins.data_files import not_utf8
from plugins.documents.front_matter import UNFINISHED, Field, fields_of, problems_of
from plugins.language.problems import Problem

MARKDOWN = frozenset({".md", ".markdown", ".mkd", ".mdown"})
DATA = "data"


@dataclass(frozen=True)
class Source:
    """A Markdown file: its path below content/, its text, or why it has none."""

    path: str
    text: str
    unreadable: Problem | None = None

    @cached_property
    def fields(self) -> dict[str, Field]:
        """Front matter by lower-case key; the first of equal keys counts, as for Pelican."""
        found: dict[str, Field] = {}
        for field in fields_of(self.text):
            found.setdefault(field.key, field)
        return found

    def value(self, key: str) -> str:
        """The value of a key; empty where it does not stand."""
        return self.fields[key].value if key in self.fields else ""

    @property
    def is_unfinished(self) -> bool:
        """Whether the author has not said yet that the document is out."""
        return self.value("status").lower() in UNFINISHED

    def problems(self) -> list[Problem]:
        """What must be mended in this file before the site is built."""
        return [self.unreadable] if self.unreadable else problems_of(self.path, self.text)


@dataclass(frozen=True)
class Sources:
    """Everything in content/: Markdown by path, and the paths of all other files."""

    markdown: dict[str, Source]
    files: frozenset[str]


def read_sources(content: Path) -> Sources:
    """All files below a folder but hidden ones, paths relative to it with forward slashes."""
    found = sorted(f for f in content.rglob("*") if f.is_file() and not _hidden(f, content))
    paths = {file.relative_to(content).as_posix(): file for file in found}
    markdown = {p: _source(p, f) for p, f in paths.items() if f.suffix.lower() in MARKDOWN}
    return Sources(markdown, frozenset(paths) - frozenset(markdown))


def _hidden(file: Path, root: Path) -> bool:
    return any(part.startswith((".", "__")) for part in file.relative_to(root).parts)


def _source(path: str, file: Path) -> Source:
    data = file.read_bytes()
    try:
        return Source(path, data.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        return Source(path, "", not_utf8(f"content/{path}", data, error))
