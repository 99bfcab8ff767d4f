"""Which phrases and documents a finding is about."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from plugins.audit import Finding
from plugins.keywords.groups import Group
from plugins.keywords.study import Study
from plugins.language.messages import Message, message
from plugins.language.problems import Severity

CONTENT = "content/"
CONFLICTS = frozenset({"cannibalisation", "phrase-on-other-page"})
GAP = "gap"
MAP = "keywords-file"
_NAME = re.compile(r"\S*/|\w+:")


@dataclass(frozen=True, eq=False, slots=True)
class Judgement:
    """A finding in sentences of the reader's language; `names` are texts that they name."""

    rule: str
    severity: Severity
    file: str
    line: int
    message: str
    advice: str
    names: frozenset[str]


@dataclass(frozen=True, eq=False, slots=True)
class Concerns:
    """Judgements in the order given: by group (its place in the study), by document (source)."""

    by_group: Mapping[int, list[Judgement]]
    by_document: Mapping[str, list[Judgement]]


def judgements(findings: Iterable[Finding], lang: str) -> tuple[Judgement, ...]:
    """The findings as a reader of a language reads them."""
    return tuple(
        Judgement(
            finding.rule,
            finding.severity,
            finding.file,
            finding.line,
            sentence(finding.message, lang),
            sentence(finding.advice, lang),
            frozenset(_texts(finding.message)) | frozenset(_texts(finding.advice)),
        )
        for finding in findings
    )


def concerns(study: Study, judged: Iterable[Judgement]) -> Concerns:
    """The judgements of one language sorted by what they are about.

    A judgement is about a group if it names one of its phrases, or the line of one in the map;
    about a document if it stands in its file or names it.
    """
    rows = [(row, place) for place, group in enumerate(study.groups) for row in group.phrases]
    by_line = {row.line: place for row, place in rows}
    by_phrase = {row.phrase: place for row, place in rows}
    by_group: dict[int, list[Judgement]] = {}
    by_document: dict[str, list[Judgement]] = {}
    for judgement in judged:
        sources = _sources(judgement, study)
        in_map = judgement.file == study.file
        if not in_map and judgement.file.removeprefix(CONTENT) not in sources:
            continue
        groups = {by_phrase[name] for name in judgement.names if name in by_phrase}
        if not groups and judgement.rule == GAP:
            continue  # one for all gaps that the audit does not name
        if not groups and in_map and judgement.line in by_line:
            groups = {by_line[judgement.line]}
        for group in groups:
            by_group.setdefault(group, []).append(judgement)
        for source in sources:
            by_document.setdefault(source, []).append(judgement)
    return Concerns(by_group, by_document)


def unanswered(group: Group, file: str, lang: str) -> Judgement:
    """What there is to say of a gap that no finding names."""
    phrase = group.head.phrase
    what = message("no document answers «%(phrase)s»", phrase=phrase)
    advice = message("write a text about it from the brief")
    said = sentence(what, lang), sentence(advice, lang)
    return Judgement(GAP, Severity.ADVICE, file, group.head.line, *said, frozenset({phrase}))


def sentence(said: Message, lang: str) -> str:
    """A message with a capital letter and a full stop; a file or a column keeps its letters."""
    text = said.in_language(lang)
    if not _NAME.match(text):
        text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _sources(judgement: Judgement, study: Study) -> set[str]:
    named = {name.removeprefix(CONTENT) for name in (judgement.file, *judgement.names)}
    return {source for source in named if source in study.documents}


def _texts(said: Message) -> Iterator[str]:
    for _, value in said.values:
        if isinstance(value, Message):
            yield from _texts(value)
        elif isinstance(value, str):
            yield value
