"""Everything that the report knows as JSON, for programs."""

import json
from collections.abc import Iterable, Iterator, Sequence

from plugins.keywords.briefs import Brief
from plugins.keywords.evidence import Evidence
from plugins.keywords.sightings import Sighting
from plugins.reports.keywords.concerns import Judgement
from plugins.reports.keywords.facts import DocumentFacts, GroupFacts, PhraseFacts
from plugins.reports.keywords.pages import Report
from plugins.reports.keywords.part import Part

VERSION = 1
Record = dict[str, object]


def as_json(report: Report) -> str:
    """One object: `version`, `language` (the reader's), `place_fields`, `empty` and `studies`.

    `empty` are the languages without phrases: `lang`, `file`, `problems`. A study has `lang`,
    `file`, `totals`, `problems` of the map, and the lists `phrases`, `groups`, `documents`,
    `gaps`, a record a line. Phrases are called by their place in `phrases`, which is that of the
    map. `places` of a document are lists in the order of `place_fields`; there `sentence` is a
    place in the document's `sentences`, `start` and `end` code points in that sentence. What
    people read (`message`, `advice`) is in the reader's language.
    """
    studies = ",\n".join(_study(part, report.lang) for part in report.parts)
    head = {
        "version": VERSION,
        "language": report.lang,
        "place_fields": Sighting._fields,
        "empty": [
            {
                "lang": nothing.lang,
                "file": nothing.file,
                "problems": [problem.in_language(report.lang) for problem in nothing.problems],
            }
            for nothing in report.empty
        ],
    }
    return f'{_dumped(head)[:-1]}, "studies": [\n{studies}\n]}}\n'


def _study(part: Part, lang: str) -> str:
    facts = part.facts
    phrases = sorted(facts.phrases, key=lambda phrase: phrase.index)
    head = {
        "lang": part.lang,
        "file": facts.study.file,
        "totals": _totals(part),
        "problems": [problem.in_language(lang) for problem in facts.study.map.problems],
    }
    lists: Sequence[tuple[str, Iterator[Record]]] = (
        ("phrases", (_phrase(phrase, part) for phrase in phrases)),
        ("groups", (_group(group) for group in facts.groups)),
        ("documents", (_document(found, part) for found in facts.documents.values())),
        ("gaps", (_gap(group, brief) for group, brief in part.gaps)),
    )
    written = ",\n".join(f'"{name}": [\n{_lines(records)}\n]' for name, records in lists)
    return f"{_dumped(head)[:-1]},\n{written}}}"


def _lines(records: Iterable[Record]) -> str:
    return ",\n".join(map(_dumped, records))


def _dumped(record: object) -> str:
    return json.dumps(record, ensure_ascii=False)


def _totals(part: Part) -> Record:
    totals = part.totals
    return {
        "phrases": totals.phrases,
        "groups": totals.groups,
        "frequency": totals.demand,
        "groups_in_zone": totals.in_zone,
        "conflicts": totals.conflicts,
        "documents_without_phrases": totals.silent,
    }


def _phrase(phrase: PhraseFacts, part: Part) -> Record:
    row = phrase.row
    exact, forms, loose = phrase.kinds()
    return {
        "index": phrase.index,
        "phrase": row.phrase,
        "frequency": row.frequency,
        "group": row.group,
        "note": row.note,
        "line": row.line,
        "document": phrase.document,
        "head": part.facts.study.group_of[phrase.index].head.phrase,
        "exact": exact,
        "other_forms": forms,
        "loose": loose,
        "zones": phrase.zone_counts(),
        "forms": dict(phrase.forms),
        "elsewhere": {source: len(places) for source, places, _ in phrase.elsewhere},
    }


def _group(group: GroupFacts) -> Record:
    found = group.group
    return {
        "head": group.name,
        "name": found.name,
        "page": group.page,
        "state": group.state,
        "frequency": found.frequency,
        "phrases": [phrase.index for phrase in group.phrases],
        "documents": found.documents,
        "proposed": _evidence(found.proposed) if found.proposed else None,
        "named_alike": found.named_alike,
        "findings": [_judgement(judgement) for judgement in group.judged],
    }


def _document(found: DocumentFacts, part: Part) -> Record:
    source = found.document.source
    seen = part.facts.study.seen[source]
    return {
        "document": source,
        "title": found.document.title,
        "url": found.document.url,
        "page": found.page,
        "live": found.live,
        "words": found.words,
        "heads": [group.name for group in found.groups],
        "frequency": found.frequency,
        "anchors": [
            {"document": anchor.source, "text": anchor.text, "phrases": sorted(anchor.phrases)}
            for anchor in found.anchors
        ],
        "findings": [_judgement(judgement) for judgement in found.judged],
        "sentences": seen.sentences,
        "places": seen.sightings,
    }


def _gap(group: GroupFacts, brief: Brief) -> Record:
    return {
        "head": group.name,
        "frequency": group.group.frequency,
        "phrases": [phrase.index for phrase in group.phrases],
        "forms": brief.forms,
        "questions": brief.questions,
        "link_from": [_evidence(evidence) for evidence in brief.link_from],
        "link_to": [_evidence(evidence) for evidence in brief.link_to],
    }


def _evidence(evidence: Evidence) -> Record:
    return {
        "document": evidence.document,
        "score": evidence.score,
        "reasons": [
            {"zone": reason.zone, "words": reason.words, "points": reason.points}
            for reason in evidence.reasons
        ],
        "missing": evidence.missing,
    }


def _judgement(judgement: Judgement) -> Record:
    return {
        "rule": judgement.rule,
        "severity": judgement.severity,
        "file": judgement.file,
        "line": judgement.line,
        "message": judgement.message,
        "advice": judgement.advice,
    }
