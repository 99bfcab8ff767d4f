"""Keys of words that outlive the process: a new word costs a millisecond, a known one nothing."""

from pathlib import Path

from plugins.search.keys import closed, keys_of, parts
from plugins.words.memory import WORDS_FILE, keep_lines, kept_lines, key_of_rules

PACKAGES = ("snowballstemmer", "simplemma")
_HERE, _WORDS = Path(__file__).parent, Path(__file__).parents[1] / "words"
RULES = (
    *(_HERE / name for name in ("keys.py", "stop_words.py")),
    *(_WORDS / name for name in ("paradigms.py", "english.py")),
    WORDS_FILE,
)


class Keys:
    """The keys of words of one language, with a file between builds."""

    def __init__(self, lang: str, folder: Path) -> None:
        self.lang = lang
        self.file = folder / f"keys.{lang}.tsv"
        self.rules = key_of_rules(RULES, PACKAGES)
        self._lines = kept_lines(self.file, self.rules)
        self._known = len(self._lines)
        self._pieces: dict[str, list[str]] = {}

    def of(self, piece: str) -> list[str]:
        """The closed keys of a piece of text between two spaces, each once."""
        found = self._pieces.get(piece)
        if found is None:
            keys = (closed(key) for word in parts(piece) for key in self._of_word(word))
            found = self._pieces[piece] = list(dict.fromkeys(keys))
        return found

    def _of_word(self, word: str) -> list[str]:
        line = self._lines.get(word)
        if line is None:
            line = self._lines[word] = " ".join(keys_of(word, self.lang))
        return line.split()

    def save(self) -> None:
        """Keep what is new for the next build."""
        if len(self._lines) > self._known:
            keep_lines(self.file, self.rules, self._lines)
            self._known = len(self._lines)
