"""headings-crowded: too many of a text's subheadings repeat one key phrase.

From four subheadings on: a phrase of several words in at least 3 and more than half of them, a
single word in at least 5 and more than two thirds. Measured with the most repeated noun phrases
of 29 honest Russian articles: several words reach a half (2 of 4), single words 62 % (8 of 13),
and in short lists of subheadings 4 of 4.
"""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.phrases import Owner, owners
from plugins.audit.subject import Subject
from plugins.keywords.groups import Group
from plugins.keywords.occurrences import find_phrases
from plugins.language.messages import counted, message
from plugins.language.problems import Severity

RULE = "headings-crowded"
ADVICE = message("let each subheading name what only its part answers")
LEAST_HEADINGS = 4
SEVERAL_WORDS, ONE_WORD = (3, 1 / 2), (5, 2 / 3)


def headings_crowded(subject: Subject) -> Iterator[Finding]:
    """Live documents that repeat a group of theirs in most subheadings."""
    for owner in owners(subject):
        for group, held in _crowds(owner):
            what = counted(
                "«%(phrase)s» stands in %(count)s of %(all)s subheadings",
                "«%(phrase)s» stands in %(count)s of %(all)s subheadings",
                len(held),
                phrase=group.head.phrase,
                all=len(owner.document.headings),
            )
            line = owner.document.line_of(held[0])
            yield Finding(RULE, Severity.ADVICE, owner.file, line, what, ADVICE)


def _crowds(owner: Owner) -> Iterator[tuple[Group, list[str]]]:
    """Groups that crowd the subheadings, the longest phrase of the same subheadings only."""
    count = len(owner.document.headings)
    told: set[str] = set()
    if count < LEAST_HEADINGS:
        return
    for group in sorted(owner.groups, key=lambda group: -len(group.meaning)):
        least, share = _bound(owner, group)
        held = _held(owner, group) if _seen(owner, group) >= least else []
        if len(held) >= least and len(held) > share * count and not told.issuperset(held):
            told.update(held)
            yield group, held


def _bound(owner: Owner, group: Group) -> tuple[int, float]:
    """How many subheadings, and which part of them, may not hold the group."""
    sizes = (s.size for s in owner.sightings(group) if "subheading" in s.zones and s.size)
    return ONE_WORD if 1 in sizes else SEVERAL_WORDS


def _seen(owner: Owner, group: Group) -> int:
    return sum("subheading" in sighting.zones for sighting in owner.sightings(group))


def _held(owner: Owner, group: Group) -> list[str]:
    """The subheadings where a phrase of the group stands as a run."""
    phrases = [phrase.phrase for phrase in group.phrases]
    texts = (heading.text for heading in owner.document.headings)
    return [text for text in texts if find_phrases(text, phrases, owner.study.lang)]
