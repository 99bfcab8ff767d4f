"""Where phrases stand when no column is called so: tables without a header, lists, odd names."""

import re
from collections.abc import Sequence

from plugins.keywords.export_columns import (
    ADDRESS,
    COUNTS,
    may_be_phrases,
    meaning_of,
    meanings_of,
)
from plugins.keywords.export_header import Header
from plugins.keywords.spelling import cleaned, count_of
from plugins.keywords.tables import Row

PHRASE, NUMBER = "phrase", "frequency"
SEPARATORS = re.compile("[;\t]")
COMMA = ","


def bare_header(rows: Sequence[Row]) -> Header | None:
    """The header that phrases do without, those copied from Wordstat's page and plain lists.

    None where any row holds something else than a phrase, or a phrase and its number.
    """
    filled = [row for row in rows if not row.empty]
    places = {tuple(n for n, cell in enumerate(row.cells) if cell.strip()) for row in filled}
    if len(places) != 1:
        return None
    columns = places.pop()
    cells = [tuple(row.cells[place] for place in columns) for row in filled]
    if len(columns) == 1 and _is_list([cell for (cell,) in cells]):
        return _named(filled[0], dict(zip(columns, (PHRASE,), strict=True)), 0)
    if len(columns) == len((PHRASE, NUMBER)) and all(_are_phrase_and_number(*two) for two in cells):
        return _named(filled[0], dict(zip(columns, (PHRASE, NUMBER), strict=True)), 0)
    return None


def guessed_header(rows: Sequence[Row]) -> Header | None:
    """The header whose one column of texts must be the phrases: the other is a known count.

    None where no row names a count, or texts stand in several columns that nobody knows.
    """
    for number, row in enumerate(rows):
        known = meanings_of(row.cells)
        if any(meaning.field in COUNTS for meaning in known.values()):
            below = [below for below in rows[number + 1 :] if not below.empty]
            names = tuple(map(cleaned, row.cells))
            texts = [place for place in range(len(names)) if _holds_texts(below, place)]
            unknown = [place for place in texts if meaning_of(names[place]) is None]
            if len(unknown) != 1 or not may_be_phrases(names[unknown[0]]):
                return None
            meanings = known | meanings_of(
                [PHRASE if place == unknown[0] else "" for place in range(len(names))]
            )
            above = tuple(row for row in rows[:number] if not row.empty)
            return Header(row, above, number + 1, names, meanings)
    return None


def header_line(rows: Sequence[Row]) -> Row:
    """The row that looks most like a header, for people to find it; the first of equals."""
    filled = [row for row in rows if not row.empty]
    return max(filled, key=_header_likeness, default=Row(1, ()))


def _header_likeness(row: Row) -> tuple[int, bool]:
    several = sum(bool(cell.strip()) for cell in row.cells) > 1
    return len(meanings_of(row.cells)), several and not any(map(_is_number, row.cells))


def _named(first: Row, columns: dict[int, str], below: int) -> Header:
    names = tuple(columns.get(place, "") for place in range(len(first.cells)))
    return Header(first, (), below, names, meanings_of(names))


def _is_list(cells: Sequence[str]) -> bool:
    """Whether lines are phrases: most are words, none a row of a table or the name of a column."""
    apart = any(map(SEPARATORS.search, cells)) or all(COMMA in cell for cell in cells)
    words = sum(_is_phrase(cell) for cell in cells)
    return not apart and words * 2 > len(cells) and may_be_phrases(cells[0])


def _are_phrase_and_number(phrase: str, number: str) -> bool:
    return _is_phrase(phrase) and _is_number(number)


def _is_phrase(cell: str) -> bool:
    text = cell.strip()
    is_words = any(map(str.isalpha, text)) and not text.startswith(ADDRESS)
    return is_words and count_of(text) is None


def _is_number(cell: str) -> bool:
    return count_of(cell) is not None


def _holds_texts(rows: Sequence[Row], place: int) -> bool:
    cells = [row.cells[place] for row in rows if place < len(row.cells) and row.cells[place]]
    return sum(map(_is_phrase, cells)) * 2 > len(cells)
