"""hunspell over every word of every page: Cyrillic ones in Russian, Latin ones in English.

What is right and no dictionary knows stands in words.ru.txt and words.en.txt: a word a line,
or `new/known`, which lets the new word take every form that the known one has.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from judges.defect import HERE, Defect
from judges.page_words import words_of

DICTIONARIES = {"ru": "ru_RU", "en": "en_GB"}
CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)


def hunspell(pages: Sequence[Path]) -> list[Defect]:
    """Pages in, a defect for each line and word that is misspelt out."""
    placed = [
        (page, line, word) for page in pages for line, word, _ in words_of(page.read_text("utf-8"))
    ]
    unknown = {
        word
        for lang, words in by_language({word for _, _, word in placed}).items()
        for word in misspelt(lang, words)
    }
    found = {(page, line, word) for page, line, word in placed if word in unknown}
    return [Defect(page, line, "hunspell", f"«{word}»") for page, line, word in sorted(found)]


def by_language(words: Iterable[str]) -> dict[str, list[str]]:
    """Words in, by the language that their letters belong to out; single letters are signs."""
    sorted_out: dict[str, list[str]] = {"ru": [], "en": []}
    for word in sorted(word for word in words if len(word) > 1):
        sorted_out["ru" if CYRILLIC.search(word) else "en"].append(word)
    return sorted_out


def misspelt(lang: str, words: Sequence[str]) -> set[str]:
    """A language and words in; those that neither hunspell nor our own list knows out."""
    asked = {word: word.replace("‑", "-").replace("’", "'") for word in words}
    options = ["-d", DICTIONARIES[lang], "-i", "utf-8", "-l", "-p", f"{HERE}/words.{lang}.txt"]
    said = subprocess.run(
        ["hunspell", *options],
        input="\n".join(asked.values()),
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    if said.returncode or "Can't open" in said.stderr:
        raise SystemExit(f"hunspell ({DICTIONARIES[lang]}): {said.stderr.strip()}")
    refused = set(said.stdout.split()) - listed(lang)
    parts = {part for word in refused for part in word.split("-") if len(part) > 1}
    return {
        word for word, plain in asked.items() if plain in refused or parts & set(plain.split("-"))
    }


def listed(lang: str) -> set[str]:
    """A language in; the words of the project's own list that stand there as they are written."""
    return set((HERE / f"words.{lang}.txt").read_text("utf-8").split())
