"""gap: people ask for something, and the map names no document that answers.

The ten most asked groups of a language have a finding each, all others one together: a list of
what to write is `invoke keywords`. A group whose document is a draft is planned, not a gap. An
existing document is named where its title or subheadings have more than half of the words.
"""

from collections.abc import Iterator, Sequence

from plugins.audit.finding import Finding
from plugins.audit.phrases import quoted
from plugins.audit.subject import Subject
from plugins.keywords.evidence import Evidence
from plugins.keywords.groups import Group
from plugins.language.messages import Message, counted, message
from plugins.language.problems import Severity

RULE = "gap"
MOST = 10
NEW_TEXT = message("write a text about it; invoke keywords makes a brief")
ALL = message("invoke keywords lists them all, with briefs for writers")


def gap(subject: Subject) -> Iterator[Finding]:
    """Groups without a document, the most asked first."""
    for study in subject.studies:
        gaps = [group for group in study.groups if not group.documents]
        for group in gaps[:MOST]:
            what, advice = _unanswered(group), _advice(group)
            yield Finding(RULE, Severity.ADVICE, study.file, group.head.line, what, advice)
        if rest := gaps[MOST:]:
            line = rest[0].head.line
            yield Finding(RULE, Severity.ADVICE, study.file, line, _others(rest), ALL)


def _unanswered(group: Group) -> Message:
    phrase = group.head.phrase
    if not group.frequency:
        return message("no document answers «%(phrase)s»", phrase=phrase)
    return counted(
        "no document answers «%(phrase)s», asked %(count)s time",
        "no document answers «%(phrase)s», asked %(count)s times",
        group.frequency,
        phrase=phrase,
    )


def _advice(group: Group) -> Message:
    found = group.proposed
    if found is None or 2 * len(_named(found)) <= len(group.meaning):
        return NEW_TEXT
    reason = _reason(found)
    if found.strength == "strong" and not found.missing:
        return message(
            "write %(document)s into the column document: %(reason)s",
            document=found.document,
            reason=reason,
        )
    return message(
        "%(document)s comes near: %(reason)s; answer it there, or write a text about it",
        document=found.document,
        reason=reason,
    )


def _named(found: Evidence) -> set[str]:
    """The words that a title or subheadings have; a text mentions all sorts of things."""
    return {word for reason in found.reasons if reason.zone != "body" for word in reason.words}


def _reason(found: Evidence) -> Message:
    best = found.reasons[0]
    words = quoted(best.words)
    if best.zone == "title":
        return message("its title has %(words)s", words=words)
    return message("its subheadings have %(words)s", words=words)


def _others(rest: Sequence[Group]) -> Message:
    return counted(
        "%(count)s more group of phrases has no document",
        "%(count)s more groups of phrases have no document",
        len(rest),
    )
