"""Where the phrases of the relevance map stand in a document, and what closes each place."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from plugins.internal_links.ground import Block, blocks
from plugins.internal_links.links import Rule
from plugins.internal_links.surroundings import (
    is_fixed,
    is_glued,
    is_governed,
    is_modifier,
    is_part,
)
from plugins.keywords.matching import Match, matches, may_match
from plugins.keywords.phrases import Phrases, phrase_list
from plugins.keywords.sentences import sentences
from plugins.words.tokens import forms, tokens

# A text without stops is no sentence: so many characters of it are shown
LONGEST = 600
QUOTED = re.compile(r"«[^«»]*»|„[^„“”]*[“”]|“[^“”]*”|(?<!\w)\"[^\"]*\"(?!\w)")


class Place(NamedTuple):
    """A phrase (its index) at `body[start:end]`; `rule` closes the place, whoever is meant.

    `form` are the words as they stand, in `sentence`; `words` counts them; `covered` are the
    phrases (indexes) whose longer places hold this one; `is_part` says of one word that it
    belongs to a larger term.
    """

    phrases: tuple[int, ...]
    start: int
    end: int
    form: str
    sentence: str
    paragraph: int
    is_first: bool
    words: int
    rule: Rule | None
    covered: tuple[int, ...]
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for in a body: phrases in one language; `closed` are classes without links."""

    lang: str
    phrases: tuple[str, ...]
    closed: tuple[str, ...]


def places(body: str, asked: Asked) -> Iterator[Place]:
    """Every place of every phrase in a body, in order; a place that several share stands once."""
    phrases = phrase_list(asked.phrases, asked.lang)
    for block in blocks(body, asked.closed):
        for start, end in sentences(block.text):
            sentence = block.text[start:end]
            if may_match(sentence, phrases):
                yield from _in_sentence(block, start, sentence, phrases)


def _in_sentence(block: Block, offset: int, text: str, phrases: Phrases) -> Iterator[Place]:
    shared: dict[tuple[int, int], list[Match]] = {}
    for match in matches(text, phrases):
        if phrases.lang == "ru" and not _is_governed(text, match, phrases):
            continue
        shared.setdefault((match.start, match.end), []).append(match)
    quoted = [found.span() for found in QUOTED.finditer(text)]
    for (at, end), here, longer in _with_longer(shared):
        start, stop, rule = block.span(offset + at, offset + end)
        rule = rule or (Rule.QUOTATION if _is_quoted(quoted, at, end) else None)
        size = len(phrases.all[here[0].phrase].words)
        fixed, part = (
            _surrounded(text, at) if size == 1 and phrases.lang == "ru" else (False, False)
        )
        yield Place(
            _meant(here),
            start,
            stop,
            text[at:end],
            _around(text, at, end),
            block.number,
            block.is_first,
            size,
            rule or (Rule.PART_OF_NAME if is_glued(text, at, end) else _rule_of(fixed, block)),
            longer,
            part,
        )


def _is_governed(text: str, match: Match, phrases: Phrases) -> bool:
    words = phrases.all[match.phrase].words
    if match.exact or len(words) == 1:
        return True
    found = forms(text[match.start : match.end])
    return is_governed(tuple(word.form for word in words), tuple(found))


def _rule_of(fixed: bool, block: Block) -> Rule | None:
    if fixed:
        return Rule.FIXED_PHRASE
    return Rule.PARAGRAPH_FULL if block.is_linked else None


def _around(text: str, at: int, end: int) -> str:
    """The sentence of a place; of a very long one the words around it."""
    if len(text) <= LONGEST:
        return text
    first, last = max(0, at - LONGEST // 2), end + LONGEST // 2
    before, after = text[first:at], text[end:last]
    cut = ("…" + before[before.find(" ") :]) if first else before
    rest = (after[: after.rfind(" ") + 1] + "…") if last < len(text) else after
    return f"{cut}{text[at:end]}{rest}"


def _surrounded(text: str, at: int) -> tuple[bool, bool]:
    """Whether the word at a place is part of a fixed expression, and of a larger term."""
    words = tokens(text)
    number = bisect_right(words, at, key=lambda word: word.start) - 1
    return is_fixed(words, number) or is_modifier(words, number), is_part(words, number)


def _with_longer(
    shared: Mapping[tuple[int, int], list[Match]],
) -> Iterator[tuple[tuple[int, int], list[Match], tuple[int, ...]]]:
    """Each place with the phrases of the longer places that hold it.

    Places stand in the order of their starts, of equal starts the longest first.
    """
    around: list[tuple[int, list[Match]]] = []
    for (at, end), here in shared.items():
        around = [(stop, longer) for stop, longer in around if stop > at]
        held = (match.phrase for stop, longer in around if stop >= end for match in longer)
        yield (at, end), here, tuple(held)
        around.append((end, here))


def _meant(here: Iterable[Match]) -> tuple[int, ...]:
    """Phrases as written before those in another form."""
    found = sorted(here, key=lambda match: (not match.exact, match.phrase))
    return tuple(match.phrase for match in found if match.exact or not found[0].exact)


def _is_quoted(quoted: Sequence[tuple[int, int]], at: int, end: int) -> bool:
    """Whether a place stands in quotation marks with other words: a title, a name, a saying."""
    after = bisect_right(quoted, at, key=lambda span: span[0])
    start, stop = quoted[after - 1] if after else (0, 0)
    return start < at and end < stop and (start + 1, stop - 1) != (at, end)
