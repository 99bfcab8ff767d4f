"""The relevance map `content/<lang>/keywords.csv`: each phrase, and the document that answers it.

Reading gives the facts and what is wrong with them; what is right works whatever else is wrong.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from plugins.keywords.map_documents import DocumentsMeant
from plugins.keywords.map_file import MapFile, form_problems, map_file
from plugins.keywords.spelling import (
    CONTROL,
    LONGEST_PHRASE,
    is_exact,
    letters,
    phrase_key,
    whole_count,
)
from plugins.keywords.tables import Row
from plugins.language.messages import Message, message
from plugins.language.problems import NOTHING, Problem, expected

NO_ADDRESSES: Mapping[str, str] = MappingProxyType({})
LEAST_LETTERS = 2
# What people write into the column `link` of a phrase that shall never become a link, or always
NEVER_LINKED = frozenset({"no", "нет", "-", "0"})
ALWAYS_LINKED = frozenset({"yes", "да", "+", "1"})
LONGEST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class KeyPhrase:
    """A row of the map.

    `phrase` keeps the double quotes (straight ones) that make it `exact`; `document` is a path
    relative to content/ as written, whether it exists or not, "" for a gap; `frequency` is 0
    where none is given; `link` is whether its mentions may become links by themselves, `always`
    whether they may although the phrase is one general word.
    """

    phrase: str
    document: str = ""
    frequency: int = 0
    group: str = ""
    note: str = ""
    exact: bool = False
    link: bool = True
    always: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True)
class RelevanceMap:
    """The phrases of a map in the order of its rows, and what is wrong in which line."""

    phrases: tuple[KeyPhrase, ...]
    problems: tuple[Problem, ...]


def read_map(
    data: bytes,
    file: str,
    lang: str,
    documents: Collection[str] | None = None,
    addresses: Mapping[str, str] = NO_ADDRESSES,
) -> RelevanceMap:
    """The map out of the bytes of its file, which `file` names to people.

    `documents` are the paths that exist (`ru/blog/x.md`); without them none is missed;
    `addresses` are site paths and the document at each, for those who write an address instead.
    A phrase that stands twice counts once, as its first row says.
    """
    table = map_file(data, file)
    problems = list(form_problems(table))
    if "phrase" not in table.columns:
        return RelevanceMap((), tuple(problems))
    folder = DocumentsMeant(lang, documents, addresses)
    phrases: list[KeyPhrase] = []
    first: dict[str, int] = {}
    for row in filter(table.usable, table.rows):
        found = _key_phrase(table, row)
        if wrong := _no_phrase(found, first):
            problems.append(Problem(file, row.line, "phrase", wrong))
            continue
        first[phrase_key(found.phrase)] = row.line
        problems += _wrong_values(table, row, found, folder)
        phrases.append(found)
    return RelevanceMap(tuple(phrases), tuple(sorted(problems, key=lambda p: p.line)))


def _key_phrase(table: MapFile, row: Row) -> KeyPhrase:
    phrase = table.phrase(row)
    return KeyPhrase(
        phrase,
        table.cell(row, "document").replace("\\", "/"),
        whole_count(table.cell(row, "frequency")) or 0,
        table.cell(row, "group"),
        table.cell(row, "note"),
        is_exact(phrase),
        table.cell(row, "link").casefold() not in NEVER_LINKED,
        table.cell(row, "link").casefold() in ALWAYS_LINKED,
        row.line,
    )


def _no_phrase(found: KeyPhrase, first: Mapping[str, int]) -> Message | None:
    """Why the row is none of the map's phrases; None where it is one."""
    count = letters(found.phrase)
    if count < LEAST_LETTERS:
        what = message("a phrase of two letters or more")
        return expected(what, f"'{_short(found.phrase)}'" if found.phrase else NOTHING)
    if line := first.get(phrase_key(found.phrase)):
        got = message("'%(phrase)s', as in line %(line)s", phrase=_short(found.phrase), line=line)
        return expected(message("each phrase once"), got)
    return None


def _wrong_values(
    table: MapFile, row: Row, found: KeyPhrase, folder: DocumentsMeant
) -> Iterator[Problem]:
    if control := CONTROL.search(table.raw(row, "phrase")):
        got = message("the control character %(code)s", code=f"U+{ord(control[0]):04X}")
        what = expected(message("a phrase of visible characters"), got)
        yield Problem(table.file, row.line, "phrase", what)
    if len(found.phrase) > LONGEST_PHRASE:
        what = message("a phrase of at most %(count)s characters", count=LONGEST_PHRASE)
        yield Problem(table.file, row.line, "phrase", expected(what, len(found.phrase)))
    if not folder.has(found.document):
        yield Problem(table.file, row.line, "document", _no_document(found.document, folder))
    frequency = table.cell(row, "frequency")
    if frequency and whole_count(frequency) is None:
        what = expected(message("a whole number"), f"'{_short(frequency)}'")
        yield Problem(table.file, row.line, "frequency", what)


def _no_document(document: str, folder: DocumentsMeant) -> Message:
    what = message("a document in content/%(lang)s/", lang=folder.lang)
    meant = folder.meant(document)
    advice = message("did you mean %(name)s?", name=meant) if meant else None
    return expected(what, f"'{_short(document)}'", advice)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
