"""The four tables: phrases, documents, gaps, and every place of every phrase."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from plugins.language.messages import message
from plugins.reports.keywords.cells import Cell, csv_of, guarded
from plugins.reports.keywords.concerns import Judgement
from plugins.reports.keywords.names import STATES, ZONES, narrow, zone_names
from plugins.reports.keywords.part import Part

NOTHING_TO_DO = message("Nothing to do.")
UNSEEN = message("Nowhere as such; “invoke audit” judges its words on the built page.")
YES, NO = message("yes"), message("no")
EXACT, OTHER_FORM, LOOSE = message("as written"), message("in another form"), message("scattered")
LANGUAGE, PHRASE, FREQUENCY = message("Language"), message("Phrase"), message("Frequency")
DOCUMENT, TO_DO = message("Document"), message("What to do")
PHRASES = (
    LANGUAGE,
    PHRASE,
    FREQUENCY,
    message("Group"),
    message("State"),
    DOCUMENT,
    *(EXACT, OTHER_FORM, LOOSE),
    *ZONES.values(),
    message("Forms met on the site"),
    message("Other documents with it"),
    message("Links to the document"),
    message("Links that hold the group"),
    TO_DO,
    message("Note"),
    message("Line of the map"),
)
DOCUMENTS = (
    LANGUAGE,
    DOCUMENT,
    message("Title"),
    message("Live"),
    message("Words"),
    message("Main phrase"),
    message("Phrases"),
    FREQUENCY,
    message("Links to the document"),
    TO_DO,
)
GAPS = (
    LANGUAGE,
    message("Main phrase"),
    FREQUENCY,
    message("Phrases of the group"),
    message("Forms to use naturally"),
    message("Questions to answer"),
    message("Link to it from"),
    message("Link from it to"),
)
PLACES = (
    LANGUAGE,
    PHRASE,
    DOCUMENT,
    message("Zone"),
    message("How it stands"),
    message("Form"),
    message("Sentence"),
)


def tables(parts: Iterable[Part], lang: str) -> Mapping[str, bytes]:
    """File name to bytes, in the reader's language."""
    parts = tuple(parts)
    made = (
        ("phrases.csv", PHRASES, _phrases),
        ("documents.csv", DOCUMENTS, _documents),
        ("gaps.csv", GAPS, _gaps),
        ("places.csv", PLACES, _places),
    )
    return {
        name: csv_of(
            [_capital(column.in_language(lang)) for column in header],
            (row for part in parts for row in rows(part, lang)),
            lang,
        )
        for name, header, rows in made
    }


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def what_to_do(judged: Sequence[Judgement], lang: str) -> str:
    """The advice of some judgements, each once."""
    said = " ".join(dict.fromkeys(judgement.advice for judgement in judged))
    return said or NOTHING_TO_DO.in_language(lang)


def _phrases(part: Part, lang: str) -> Iterator[Sequence[Cell]]:
    states = {state: name.in_language(lang) for state, name in STATES.items()}
    for group in part.facts.groups:
        held = sum(bool(anchor.phrases & group.indexes) for anchor in group.anchors)
        name, advice = guarded(group.group.name or group.name), what_to_do(group.judged, lang)
        if not group.judged and group.document and not any(p.own for p in group.phrases):
            advice = UNSEEN.in_language(lang)
        for phrase in group.phrases:
            zones = phrase.zone_counts()
            yield (
                part.lang,
                guarded(phrase.row.phrase),
                phrase.row.frequency,
                name,
                states[group.state],
                guarded(phrase.document),
                *phrase.kinds(),
                *(zones[zone] for zone in ZONES),
                guarded("; ".join(f"{form} ({number})" for form, number in phrase.forms)),
                sum(found.runs > 0 for found in phrase.elsewhere),
                len(group.anchors),
                held,
                guarded(advice),
                guarded(phrase.row.note),
                phrase.row.line,
            )


def _documents(part: Part, lang: str) -> Iterator[Sequence[Cell]]:
    yes, no = YES.in_language(lang), NO.in_language(lang)
    for source, found in part.facts.documents.items():
        yield (
            part.lang,
            guarded(source),
            guarded(found.document.title),
            yes if found.live else no,
            found.words,
            guarded(found.groups[0].name) if found.groups else "",
            found.phrases,
            found.frequency,
            len(found.anchors),
            guarded(what_to_do(found.judged, lang)),
        )


def _gaps(part: Part, lang: str) -> Iterator[Sequence[Cell]]:  # noqa: ARG001
    for group, brief in part.gaps:
        yield (
            part.lang,
            guarded(group.name),
            group.group.frequency,
            guarded("; ".join(phrase.row.phrase for phrase in group.phrases)),
            guarded("; ".join(brief.forms)),
            guarded(" ".join(brief.questions)),
            guarded("; ".join(evidence.document for evidence in brief.link_from)),
            guarded("; ".join(evidence.document for evidence in brief.link_to)),
        )


def _places(part: Part, lang: str) -> Iterator[Sequence[Cell]]:
    study, tongue = part.facts.study, part.lang
    phrases = [guarded(row.phrase) for row in study.map.phrases]
    exact, other, loose = (kind.in_language(lang) for kind in (EXACT, OTHER_FORM, LOOSE))
    zones: dict[tuple[str, ...], str] = {}
    for source, seen in study.seen.items():
        file, texts = guarded(source), seen.sentences
        cells = [guarded(text) for text in texts]
        for s in seen.sightings:
            if s.zones not in zones:
                zones[s.zones] = zone_names(narrow(s.zones), lang)
            kind = loose if s.loose else exact if s.exact else other
            form = "" if s.loose else guarded(texts[s.sentence][s.start : s.end])
            yield tongue, phrases[s.phrase], file, zones[s.zones], kind, form, cells[s.sentence]
