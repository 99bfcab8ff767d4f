"""The line of a Markdown file where words of the finished text stand."""

import re
from bisect import bisect_right
from functools import lru_cache

from plugins.documents import Document

# How many words before a phrase tell it from the same phrase elsewhere
CONTEXT = (1000, 4, 2, 0)
_ADDRESS = re.compile(r"\]\([^()\n]*\)")
_WORD = re.compile(r"[^\W_]+")


def line_in_markdown(document: Document, sentence: str, form: str) -> int:
    """The line where the words `form` of a sentence begin; 1 where they are not found.

    Marks of Markdown and addresses between words count for nothing; other words in the way, such
    as those of HTML, leave fewer words before the phrase to tell its place by.
    """
    words, starts, lines = _words_of(document.markdown)
    head, found, _ = sentence.partition(form)
    before = _plain(head).split() if found else []
    for context in CONTEXT:
        near = before[-context:] if context else []
        skipped = " ".join(near)
        wanted = f" {' '.join([*near, *_plain(form).split()])} "
        if (at := words.find(wanted)) >= 0:
            place = bisect_right(starts, at + (len(skipped) + 1 if skipped else 0)) - 1
            return lines[place]
    return 1


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text)).casefold()


@lru_cache(maxsize=1 << 12)
def _words_of(markdown: str) -> tuple[str, list[int], list[int]]:
    """The words after the front matter parted by spaces, where each begins, and its line."""
    begin = max(markdown.find("\n\n"), 0)
    markdown = _ADDRESS.sub(lambda found: " " * len(found[0]), markdown)
    line, at = markdown.count("\n", 0, begin) + 1, begin
    parts, starts, lines, length = [" "], [], [], 0
    for word in _WORD.finditer(markdown, begin):
        line += markdown.count("\n", at, word.start())
        at = word.start()
        form = word[0].casefold()
        parts.append(f"{form} ")
        starts.append(length)
        lines.append(line)
        length += len(form) + 1
    return "".join(parts), starts, lines
