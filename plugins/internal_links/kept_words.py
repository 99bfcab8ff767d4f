"""Telling words of many articles: those kept from the last build, the others on every core."""

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from plugins.internal_links.telling_words import ArticleTexts, TellingWords, telling_words
from plugins.words.many_texts import Store, Work, read_many
from plugins.words.memory import WORDS_FILE, key_of_rules

FILE = "telling-words.tsv"
_PLUGINS = Path(__file__).parents[1]
_RULES = (
    WORDS_FILE,
    Path(__file__),
    Path(__file__).with_name("telling_words.py"),
    _PLUGINS / "keywords" / "questions.py",
    _PLUGINS / "search" / "stop_words.py",
    *sorted((_PLUGINS / "words").glob("*.py")),
)


def words_of(texts: Sequence[ArticleTexts], cache: Path | None = None) -> list[TellingWords]:
    """The telling words of each article, in order.

    `cache` is a folder: what is kept there is used where text and rules are the same, and what
    the site has now is kept there.
    """
    store = Store(cache / FILE, key_of_rules(_RULES, ["simplemma"])) if cache else None
    return read_many(texts, Work(_digest, _lines, _decoded), store)


def _lines(texts: Sequence[ArticleTexts]) -> Iterator[str]:
    """Runs in a worker: a line of JSON an article."""
    for text in texts:
        words = telling_words(text)
        row = [words.length, words.counts]
        yield json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def _decoded(line: str) -> TellingWords:
    length, counts = json.loads(line)
    return TellingWords({str(word): float(n) for word, n in counts.items()}, float(length))


def _digest(text: ArticleTexts) -> str:
    return sha256("\0".join(text).encode("utf-8", "surrogatepass")).hexdigest()
