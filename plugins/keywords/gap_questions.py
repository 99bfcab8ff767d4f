"""The questions of a relevance map that a gap's text should answer."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from plugins.keywords.groups import Group
from plugins.keywords.query_words import query_words
from plugins.keywords.questions import is_question, tells
from plugins.keywords.relevance_map import KeyPhrase
from plugins.keywords.spelling import phrase_key
from plugins.words.letters import shared_start
from plugins.words.readings import Key

# A question that has half of what a gap's words tell is one about the gap
ABOUT = 0.5
# «Упаковка» and «упаковать»: so many first letters, and at most so many after them in the shorter
SHARED, REST = 5, 2
PAIR = {"noun", "verb"}


def telling_words(groups: Sequence[Group]) -> dict[str, float]:
    """How much each dictionary form tells of a phrase: the less, the more groups have it."""
    held: dict[str, int] = {}
    for group in groups:
        for lemma in {key.lemma for key in group.words if tells(key.lemma)}:
            held[lemma] = held.get(lemma, 0) + 1
    return {lemma: log(1 + len(groups) / count) for lemma, count in held.items()}


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question of the map that no document answers, its words, and how these begin."""

    row: KeyPhrase
    keys: frozenset[Key]
    beginnings: frozenset[str]


def open_questions(groups: Iterable[Group], lang: str) -> list[OpenQuestion]:
    """The questions among the phrases of gaps, the most asked first."""
    rows = [row for group in groups if not group.documents for row in group.phrases]
    rows = [row for row in rows if is_question(row.phrase.strip('"'), lang)]
    rows.sort(key=lambda row: (-row.frequency, phrase_key(row.phrase)))
    return [_question(row, lang) for row in rows]


def _question(row: KeyPhrase, lang: str) -> OpenQuestion:
    keys = frozenset(word.choices[0][0].key for word in query_words(row.phrase, lang))
    return OpenQuestion(row, keys, frozenset(key.lemma[:SHARED] for key in keys))


def questions_about(
    gap: Group, questions: Iterable[OpenQuestion], telling: Mapping[str, float]
) -> Iterator[KeyPhrase]:
    """The gap's own questions, then those of other gaps about the same words."""
    words = {w.key: telling[w.key.lemma] for w in gap.meaning if tells(w.key.lemma)}
    least = ABOUT * sum(words.values())
    others = []
    for question in questions:
        if question.row in gap.phrases:
            yield question.row
        elif words and _shared(words, question) >= least:
            others.append(question.row)
    yield from others


def _shared(words: Mapping[Key, float], question: OpenQuestion) -> float:
    """How much of the words a question has, or has a word made of."""
    return sum(
        told
        for key, told in words.items()
        if key in question.keys
        or (
            key.lemma[:SHARED] in question.beginnings
            and any(_are_related(key, other) for other in question.keys)
        )
    )


def _are_related(one: Key, other: Key) -> bool:
    """Whether an action and its name are one: «упаковать» and «упаковка», no «поставщик»."""
    if one.lemma == other.lemma:
        return True
    if one.lemma[:SHARED] != other.lemma[:SHARED] or {one.word_class, other.word_class} != PAIR:
        return False
    same = len(shared_start((one.lemma, other.lemma)))
    return same >= SHARED and min(len(one.lemma), len(other.lemma)) - same <= REST
