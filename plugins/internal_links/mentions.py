"""Where the phrases of the relevance map stand in a document, and what closes each place."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from plugins.internal_links.ground import Block, blocks
from plugins.internal_links.links import Rule
from plugins.keywords.matching import Match, matches
from plugins.keywords.phrases import Phrases, phrase_list
from plugins.keywords.sentences import sentences
from plugins.words.tokens import folded

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Place:
    """A phrase (its index) at `body[start:end]`; `rule` closes the place, whoever is meant.

    `form` are the words as they stand, in `sentence`; `words` counts them; `covered` are the
    phrases (indexes) whose longer places hold this one.
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
        if _may_hold(block.text, phrases):
            yield from _in_block(block, matches(block.text, phrases), phrases)


def _may_hold(text: str, phrases: Phrases) -> bool:
    """Whether any word may begin a phrase: most blocks hold none and are not read further."""
    return any(phrases.anchored(folded(word)) for word in _WORD.findall(text)) or bool(
        re.search(r"[\u0300-\u036f\u00ad\u200b-\u200d\u2010\u2011\u2060\ufeff-]", text)
    )


def _in_block(block: Block, found: Sequence[Match], phrases: Phrases) -> Iterator[Place]:
    spans = list(sentences(block.text)) if found else []
    shared: dict[tuple[int, int], list[Match]] = {}
    for match in found:
        shared.setdefault((match.start, match.end), []).append(match)
    for (at, end), here in shared.items():
        start, stop, rule = block.span(at, end)
        first, last = _sentence(spans, at, end)
        yield Place(
            _meant(here),
            start,
            stop,
            block.text[at:end],
            block.text[first:last].strip(),
            block.number,
            block.is_first,
            len(phrases.all[here[0].phrase].words),
            rule,
            tuple(_covering(shared, at, end)),
        )


def _meant(here: Iterable[Match]) -> tuple[int, ...]:
    """Phrases as written before those in another form."""
    found = sorted(here, key=lambda match: (not match.exact, match.phrase))
    return tuple(match.phrase for match in found if match.exact or not found[0].exact)


def _covering(shared: dict[tuple[int, int], list[Match]], at: int, end: int) -> Iterator[int]:
    for (start, stop), here in shared.items():
        if start <= at and end <= stop and (start, stop) != (at, end):
            yield from (match.phrase for match in here)


def _sentence(spans: Sequence[tuple[int, int]], at: int, end: int) -> tuple[int, int]:
    held = [(start, stop) for start, stop in spans if start < end and at < stop]
    return (held[0][0], held[-1][1]) if held else (at, end)
