"""Where the phrases of the relevance map stand in a document, and what closes each place."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from plugins.internal_links.ground import Block, blocks
from plugins.internal_links.links import Rule
from plugins.keywords.matching import Match, matches, may_match
from plugins.keywords.phrases import Phrases, phrase_list
from plugins.keywords.sentences import sentences

QUOTED = re.compile(r"«[^«»]*»|„[^„“”]*[“”]|“[^“”]*”|(?<!\w)\"[^\"]*\"(?!\w)")


class Place(NamedTuple):
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
        for start, end in sentences(block.text):
            sentence = block.text[start:end]
            if may_match(sentence, phrases):
                yield from _in_sentence(block, start, sentence, phrases)


def _in_sentence(block: Block, offset: int, text: str, phrases: Phrases) -> Iterator[Place]:
    shared: dict[tuple[int, int], list[Match]] = {}
    for match in matches(text, phrases):
        shared.setdefault((match.start, match.end), []).append(match)
    for (at, end), here in shared.items():
        start, stop, rule = block.span(offset + at, offset + end)
        rule = rule or (Rule.QUOTATION if _is_quoted(text, at, end) else None)
        yield Place(
            _meant(here),
            start,
            stop,
            text[at:end],
            text,
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


def _is_quoted(text: str, at: int, end: int) -> bool:
    """Whether a place stands in quotation marks with other words: a title, a name, a saying."""
    for quoted in QUOTED.finditer(text):
        inside = quoted.start() < at and end < quoted.end()
        if inside and (quoted.start() + 1, quoted.end() - 1) != (at, end):
            return True
    return False
