"""How a title is broken into lines: between words only, no little word left at the end of one."""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

Measure = Callable[[str, int], float]
SIZES = (84, 76, 68, 60, 54, 48, 42)
LEADING = 1.16
NO_BREAK = "\u00a0"
ELLIPSIS = "…"
# A word of one or two letters belongs to the next one, a dash and a unit to the one before
_LITTLE = re.compile(r"(?<![^\s(«„“])([^\W\d_]{1,2}|№|§) (?=\S)")
_DASH = re.compile(r" (?=[—–](?:\s|$))")
_NUMBER = re.compile(r"(?<=\d) (?=[\d%₽°]|[^\W\d_]{1,3}(?:\W|$))")


@dataclass(frozen=True)
class Lines:
    """A title as it is set: the size of its letters in pixels, and its lines."""

    size: int
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        """What the lines take."""
        return self.size * LEADING * len(self.lines)


def broken(title: str, width: float, height: float, measure: Measure) -> Lines:
    """The title in the largest letters that fit; `measure` tells the width of a text in a size.

    A title too long for the smallest letters ends in an ellipsis after a whole word.
    """
    words = tied(title).split(" ")
    for size in SIZES:
        lines = _filled(words, size, width, measure)
        fits = all(measure(line, size) <= width for line in lines)
        if fits and Lines(size, lines).height <= height:
            return Lines(size, _balanced(words, size, width, measure))
    return _cut(words, SIZES[-1], width, height, measure)


def tied(title: str) -> str:
    """The title on one line, with no-break spaces where no line may end."""
    text = re.sub(r"[ \t\r\n\f\v\u200b]+", " ", title).strip()
    text = _DASH.sub(NO_BREAK, text)
    for _ in range(2):
        text = _LITTLE.sub(rf"\1{NO_BREAK}", text)
    return _NUMBER.sub(NO_BREAK, text)


def _filled(words: list[str], size: int, width: float, measure: Measure) -> tuple[str, ...]:
    """As many words on each line as fit; a word that fits on none has one to itself."""
    lines: list[str] = []
    for word in words:
        if lines and measure(f"{lines[-1]} {word}", size) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return tuple(lines)


def _balanced(words: list[str], size: int, width: float, measure: Measure) -> tuple[str, ...]:
    """Lines of much the same length: the narrowest setting that needs no line more."""
    best = _filled(words, size, width, measure)
    low, high = 0.0, width
    while high - low > 8:
        middle = (low + high) / 2
        lines = _filled(words, size, middle, measure)
        fits = all(measure(line, size) <= middle for line in lines)
        if fits and len(lines) == len(best):
            best, high = lines, middle
        else:
            low = middle
    return best


def _cut(words: list[str], size: int, width: float, height: float, measure: Measure) -> Lines:
    """What fits of a title that is too long, in whole words wherever there are any."""
    most = max(1, int(height // (size * LEADING)))
    words = [shortened(word, size, width, measure) for word in words]
    lines = _filled(words, size, width, measure)
    if len(lines) <= most:
        return Lines(size, lines)
    last = [*lines[most - 1].split(" ")]
    while len(last) > 1 and measure(" ".join(last) + ELLIPSIS, size) > width:
        last.pop()
    ended = shortened(" ".join(last) + ELLIPSIS, size, width, measure)
    return Lines(size, (*lines[: most - 1], re.sub(r"[\s,;:.—–-]+…$", ELLIPSIS, ended)))


def shortened(word: str, size: int, width: float, measure: Measure) -> str:
    """A single word wider than a line: its beginning, an ellipsis and its end."""
    if measure(word, size) <= width:
        return word
    more = range(3, len(word))
    fitting = bisect_right(more, width, key=lambda keep: measure(_middle_out(word, keep), size))
    return _middle_out(word, 2 + fitting)


def _middle_out(word: str, keep: int) -> str:
    start = keep - keep // 3
    return word[:start] + ELLIPSIS + word[len(word) - keep // 3 :]
