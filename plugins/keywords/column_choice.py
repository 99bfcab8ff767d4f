"""Which of the columns that a header offers for a field is meant: the one that holds such cells."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plugins.keywords.export_columns import ADDRESS, COUNTS, Field
from plugins.keywords.export_header import Header
from plugins.keywords.spelling import cleaned, count_of

SEVERAL: tuple[Field, ...] = ("note", "folder")


class BodyRow(NamedTuple):
    """Those cells of a row that may be read, and what the row looks like.

    `width` is how many cells there are, empty ones at the end aside; `alone`: only one is filled;
    `apart`: the row above is empty.
    """

    line: int
    cells: tuple[str, ...]
    width: int
    alone: bool
    apart: bool


def chosen_columns(
    header: Header, read: Mapping[int, int], body: Sequence[BodyRow]
) -> tuple[dict[Field, tuple[int, ...]], bool]:
    """The cells of each field, and whether the chosen frequencies hold any number.

    `read` are the columns in question: their places in the header, and in the rows of the body.
    Of all counts one is chosen; without a column of phrases nothing is.
    """
    offered: dict[Field, list[int]] = {}
    for field in dict.fromkeys(header.meanings[place].field for place in read):
        offered[field] = [read[place] for place in header.places(field) if place in read]
    phrase = _phrases(offered.get("phrase", []), body)
    if phrase is None:
        return {}, False
    chosen: dict[Field, tuple[int, ...]] = {"phrase": (phrase,)}
    for field, columns in offered.items():
        if field in SEVERAL:
            chosen[field] = tuple(sorted(columns))
        elif field not in ("phrase", *COUNTS):
            chosen[field] = (_filled(columns, body),)
    field, counts, numbers = _counts(header, read, body)
    return (chosen | {field: counts} if counts else chosen), numbers


def _phrases(columns: Sequence[int], body: Sequence[BodyRow]) -> int | None:
    """The column that differs most from row to row, the leftmost of equals."""
    if not body:
        return min(columns, default=None)
    texts = {column: set(_texts(column, body)) for column in sorted(columns)}
    good = {column: held for column, held in texts.items() if _are_phrases(held)}
    return max(good, key=lambda column: len(good[column]), default=None)


def _are_phrases(texts: set[str]) -> bool:
    """Neither numbers nor addresses, by and large."""
    others = sum(text.startswith(ADDRESS) or count_of(text) is not None for text in texts)
    return others * 2 < len(texts)


def _filled(columns: Sequence[int], body: Sequence[BodyRow]) -> int:
    """The first column with words in it, else the first with anything."""
    for column in columns:
        if any(count_of(text) is None for text in _texts(column, body)):
            return column
    return next((column for column in columns if any(_texts(column, body))), columns[0])


def _counts(
    header: Header, read: Mapping[int, int], body: Sequence[BodyRow]
) -> tuple[Field, tuple[int, ...], bool]:
    """The field and the columns of the frequencies, and whether any of them holds a number.

    A column of nothing but zeros was not collected; another one is better.
    """
    offered = [
        (field, columns) for field in COUNTS for columns in _of_one_count(header, read, field)
    ]
    for least in (1, 0):
        for field, columns in offered:
            if any(_numbers(column, body, least) for column in columns):
                return field, columns, True
    return (*offered[0], False) if offered else ("frequency", (), False)


def _of_one_count(
    header: Header, read: Mapping[int, int], field: Field
) -> Iterator[tuple[int, ...]]:
    """Columns that are one number together: each by itself, the last month, all days."""
    places = [place for place in header.places(field) if place in read]
    parts = {place: header.meanings[place].part for place in places}
    yield from ((read[place],) for place in places if not parts[place])
    months = sorted(part for part in parts.values() if len(part) == len("2026-11"))
    if months:
        yield from ((read[place],) for place in places if parts[place] == months[-1])
    elif days := tuple(read[place] for place in places if parts[place]):
        yield days


def _numbers(column: int, body: Sequence[BodyRow], least: int) -> bool:
    counts = (count_of(row.cells[column]) for row in body)
    return any(count is not None and count >= least for count in counts)


def _texts(column: int, body: Sequence[BodyRow]) -> Iterator[str]:
    return filter(None, (cleaned(row.cells[column]) for row in body))
