"""The four tables: links, mentions refused, pages, and links that writers could make."""

from collections.abc import Iterator, Mapping, Sequence

from plugins.internal_links.markdown_places import line_in_markdown
from plugins.language.messages import Message, message
from plugins.reports.keywords.cells import Cell, csv_of, guarded
from plugins.reports.links.field import state_of
from plugins.reports.links.part import Part
from plugins.reports.links.wording import Wording

LANGUAGE, DOCUMENT, LINE = message("Language"), message("Document"), message("Line")
SENTENCE, WORDS, TARGET = message("Sentence"), message("Words"), message("Leads to")
LINKS = (LANGUAGE, DOCUMENT, LINE, WORDS, TARGET, message("How it is made"), SENTENCE)
REFUSED = (
    LANGUAGE,
    DOCUMENT,
    WORDS,
    message("Phrase"),
    TARGET,
    message("Rule"),
    message("Why"),
    SENTENCE,
)
PAGES = (
    LANGUAGE,
    DOCUMENT,
    message("Title"),
    message("Section"),
    message("Clicks from home"),
    message("Texts that link to it"),
    message("Pages its text links to"),
    message("Weight (1 is the average)"),
    message("Links made by themselves"),
    message("Links made by authors"),
    message("Mentions that are no links"),
    message("Could link to it"),
    message("State"),
    message("Anchors"),
)
SUGGESTED = (
    LANGUAGE,
    DOCUMENT,
    LINE,
    SENTENCE,
    WORDS,
    message("Ready link"),
    TARGET,
    message("Texts that link to it"),
    message("Why not by itself"),
)


def tables(parts: Sequence[Part], say: Wording) -> Mapping[str, bytes]:
    """File name to bytes, in the reader's language."""
    made = (
        ("links.csv", LINKS, _links),
        ("refused.csv", REFUSED, _refused),
        ("pages.csv", PAGES, _pages),
        ("suggestions.csv", SUGGESTED, _suggested),
    )
    return {
        name: csv_of(
            [_capital(column, say.lang) for column in header],
            (row for part in parts for row in rows(part, say)),
            say.lang,
        )
        for name, header, rows in made
    }


def _capital(column: Message, lang: str) -> str:
    text = column.in_language(lang)
    return text[:1].upper() + text[1:]


def _row(*cells: Cell) -> Sequence[Cell]:
    return [guarded(cell) if isinstance(cell, str) else cell for cell in cells]


def _links(part: Part, say: Wording) -> Iterator[Sequence[Cell]]:
    auto, hand = say.made("auto"), say.made("hand")
    for document in part.graph.documents:
        for m in part.linked.get(document.source, ()):
            line, target = line_in_markdown(document, m.sentence, m.form), _source(m.target)
            yield _row(part.lang, document.source, line, m.form, target, auto, m.sentence)
        for link in part.by_hand.get(document.source, ()):
            line, target = line_in_markdown(document, link.text, link.text), link.target.source
            yield _row(part.lang, document.source, line, link.text, target, hand, "")


def _refused(part: Part, say: Wording) -> Iterator[Sequence[Cell]]:
    for source, refused in part.refused.items():
        for refusal in refused:
            m, rule = refusal.mention, refusal.rule
            target = _source(m.target) or m.phrase.document
            why = say.rule(rule)
            yield _row(part.lang, source, m.form, m.phrase.phrase, target, rule, why, m.sentence)


def _pages(part: Part, say: Wording) -> Iterator[Sequence[Cell]]:
    graph = part.graph
    for document in graph.documents:
        source = document.source
        yield _row(
            part.lang,
            source,
            document.title,
            part.sections[part.section[source]].name,
            graph.depth.get(source, ""),
            len(graph.read_from[source]),
            len(graph.leads_to[source]),
            say.rank(document, part),
            len(part.linked.get(source, ())),
            len(part.by_hand.get(source, ())),
            len(part.refused.get(source, ())),
            len(part.suggested_to.get(source, ())),
            say.state(state_of(document, part)),
            "; ".join(f"{text} ({count})" for text, count in graph.anchors[source]),
        )


def _suggested(part: Part, say: Wording) -> Iterator[Sequence[Cell]]:
    for one in part.suggested:
        yield _row(
            part.lang,
            one.document.source,
            one.line,
            one.sentence,
            one.words,
            one.markdown,
            one.target.source,
            len(part.graph.read_from[one.target.source]),
            say.why(one),
        )


def _source(target: object) -> str:
    return str(getattr(target, "source", ""))
