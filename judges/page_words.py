"""The words of a page that people read or hear, each with its line and its language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

# Code, and what no person reads.
SILENT = {"code", "kbd", "pre", "samp", "script", "style", "var"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
SAID = ("alt", "aria-label", "data-label", "placeholder", "title")
WORD = re.compile(r"[^\W\d_]+(?:[-‑'’][^\W\d_]+)*")
# Addresses, and words with a digit in them: PV-103, 1С.
NO_WORD = re.compile(r"\S+@\S+|https?://\S+|(?<!\w)[\w-]+(?:\.[\w-]+)+(?!\w)|[\w-]*\d[\w-]*")

Placed = tuple[int, str, str]


class _Reader(HTMLParser):
    """Gathers words; knows which language the open elements are in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[Placed] = []
        self.open: list[tuple[str, str, bool]] = [("", "", False)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        _, lang, silent = self.open[-1]
        lang, silent = given.get("lang") or lang, silent or tag in SILENT
        for name in SAID:
            self._say(given.get(name) or "", lang)
        if tag == "meta" and given.get("name") == "description":
            self._say(given.get("content") or "", lang)
        if tag not in VOID:
            self.open.append((tag, lang, silent))

    def handle_endtag(self, tag: str) -> None:
        if any(tag == opened for opened, _, _ in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        _, lang, silent = self.open[-1]
        if not silent:
            self._say(data, lang)

    def _say(self, text: str, lang: str) -> None:
        line = self.getpos()[0]
        plain = NO_WORD.sub(" ", text.replace("\u00ad", "").replace("\u0301", ""))
        for number, part in enumerate(plain.split("\n")):
            self.words += [(line + number, word, lang) for word in WORD.findall(part)]


def words_of(html: str) -> Iterator[Placed]:
    """HTML in; line, word and language out, in reading order."""
    reader = _Reader()
    reader.feed(html)
    yield from reader.words
