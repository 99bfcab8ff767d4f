"""cannibalisation: the map gives phrases of one meaning to two documents or more.

They compete in search for one query, and search engines change between them. The document to
keep is chosen by evidence, in this order: it is live, the phrase stands in its title, in its
subheadings, more often in its text, more people ask for the phrases it has.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.documents import live
from plugins.keywords.groups import Group
from plugins.keywords.study import Study
from plugins.language.messages import Message, counted, message
from plugins.language.problems import Severity

RULE = "cannibalisation"
WHY = (
    message("the others are not live"),
    message("the phrase stands in its title"),
    message("the phrase stands in its subheadings"),
    message("the phrase stands there more often"),
    message("more people ask for the phrases it has"),
)
MOST_NAMED = 5
NO_REASON = message("nothing tells them apart yet")


class _Rival(NamedTuple):
    """A document that competes for a group, what speaks for it in order of weight."""

    evidence: tuple[int, ...]
    source: str


def cannibalisation(subject: Subject) -> Iterator[Finding]:
    """One finding for each group with several documents, at the first row to change."""
    for study in subject.studies:
        for group in study.groups:
            rivals = _rivals(subject, study, group)
            if len(rivals) > 1:
                yield _finding(study, group, rivals)


def _rivals(subject: Subject, study: Study, group: Group) -> list[_Rival]:
    """The documents of a group that exist, the one to keep first."""
    known = [source for source in group.documents if source in study.documents]
    if len(known) < 2:
        return []
    rivals = (_Rival(_evidence(subject, study, group, source), source) for source in known)
    return sorted(rivals, key=lambda rival: ([-points for points in rival.evidence], rival.source))


def _evidence(subject: Subject, study: Study, group: Group, source: str) -> tuple[int, ...]:
    zones = {zone for s in study.sightings(source, group) for zone in s.zones}
    return (
        live(study.documents[source], subject.site.now),
        "title" in zones,
        "subheading" in zones,
        len(study.runs(source, group)),
        _asked(group, source),
    )


def _asked(group: Group, source: str) -> int:
    return sum(row.frequency for row in group.phrases if row.document == source)


def _finding(study: Study, group: Group, rivals: list[_Rival]) -> Finding:
    kept, rest = rivals[0], {rival.source for rival in rivals[1:]}
    what = message(
        "the map gives «%(phrase)s» to several documents: %(documents)s",
        phrase=group.head.phrase,
        documents=_named(group, rivals),
    )
    line = min(row.line for row in group.phrases if row.document in rest)
    advice = _advice(group, kept.source, _reason(rivals))
    return Finding(RULE, Severity.WARNING, study.file, line, what, advice)


def _named(group: Group, rivals: Sequence[_Rival], most: int = MOST_NAMED) -> Message:
    """«ru/a.md (320), ru/b.md (40)»: documents and how often their phrases are asked."""
    source, rest = rivals[0].source, rivals[1:]
    first = message("%(document)s (%(asked)s)", document=source, asked=_asked(group, source))
    if not rest:
        return first
    others = _named(group, rest, most - 1) if most > 1 else _more(len(rest))
    return message("%(first)s, %(rest)s", first=first, rest=others)


def _more(count: int) -> Message:
    return counted("%(count)s more", "%(count)s more", count)


def _reason(rivals: list[_Rival]) -> Message:
    pairs = zip(WHY, rivals[0].evidence, rivals[1].evidence, strict=True)
    return next((why for why, best, next_best in pairs if best != next_best), NO_REASON)


def _advice(group: Group, kept: str, reason: Message) -> Message:
    if group.name:
        return message(
            "keep %(document)s (%(reason)s), or give phrases of other meaning another group",
            document=kept,
            reason=reason,
        )
    return message(
        "keep %(document)s (%(reason)s) and let the others answer something else",
        document=kept,
        reason=reason,
    )
