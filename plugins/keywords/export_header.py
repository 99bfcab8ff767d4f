"""Where the header of an export is, of one row or two, and what its columns mean."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plugins.keywords.export_columns import COUNTS, Field, Meaning, meaning_of, meanings_of
from plugins.keywords.spelling import cleaned, count_of
from plugins.keywords.tables import Row


@dataclass(frozen=True, slots=True)
class Header:
    """The header that begins in `row`, the rows above it, and where the rows below begin.

    `below` is 0 where there is no header and `row` is the first of the body.
    `names` are what its columns are called, one row or two put together; `meanings` are of those
    that are known, by their places.
    """

    row: Row
    above: tuple[Row, ...]
    below: int
    names: tuple[str, ...]
    meanings: Mapping[int, Meaning]

    def places(self, field: Field) -> list[int]:
        """The columns of a field, the most fitting first."""
        found = [place for place, meaning in self.meanings.items() if meaning.field == field]
        return sorted(found, key=lambda place: (self.meanings[place].rank, place))


def header_of(rows: Sequence[Row]) -> Header | None:
    """The header among the first rows of a sheet; None where no row names a column of phrases."""
    filled = [number for number, row in enumerate(rows) if not row.empty]
    known = {number: meanings_of(rows[number].cells) for number in filled}
    at = max(filled, key=lambda number: (_worth(known[number]), -number), default=-1)
    if at < 0 or not _has(known[at], ("phrase",)):
        return None
    before, after = filled[: filled.index(at)], filled[filled.index(at) + 1 :]
    names, below = tuple(map(cleaned, rows[at].cells)), at + 1
    if before:
        names = _under(rows[before[-1]].cells, names)
    if after and (two := _over(names, rows[after[0]].cells)):
        names, below = two, after[0] + 1
    return Header(rows[at], tuple(rows[n] for n in before), below, names, meanings_of(names))


def _worth(known: Mapping[int, Meaning]) -> tuple[bool, bool, int]:
    fields = {meaning.field for meaning in known.values()}
    return "phrase" in fields, _has(known, COUNTS), len(fields)


def _has(known: Mapping[int, Meaning], fields: Sequence[Field]) -> bool:
    return any(meaning.field in fields for meaning in known.values())


def _under(above: Sequence[str], names: tuple[str, ...]) -> tuple[str, ...]:
    """Names that stand more than once, told apart by the row above them (days over measures)."""
    over = [*_carried(above), *[""] * len(names)]
    repeated = {name for name, times in Counter(names).items() if name and times > 1}
    both = (f"{top} {name}".strip() for top, name in zip(over, names, strict=False))
    return tuple(
        two if name in repeated and meaning_of(two) else name
        for two, name in zip(both, names, strict=True)
    )


def _over(names: tuple[str, ...], below: Sequence[str]) -> tuple[str, ...] | None:
    """The names with those of a second header row; None where the row below is none.

    A second row has no phrase and no number, and tells what some column counts. A cell merged
    over both rows says the same in both.
    """
    cells = [*map(cleaned, below), *[""] * (len(names) - len(below))]
    cells = ["" if cell in names[place : place + 1] else cell for place, cell in enumerate(cells)]
    phrases = [place for place, meaning in meanings_of(names).items() if meaning.field == "phrase"]
    if any(cells[place] for place in phrases) or any(count_of(cell) is not None for cell in cells):
        return None
    tops = [*_carried(names), *[""] * (len(cells) - len(names))]
    own = [*names, *[""] * (len(cells) - len(names))]
    two = tuple(map(_name, tops, own, cells))
    counts = (m for place, m in meanings_of(two).items() if cells[place] and m.field in COUNTS)
    return two if any(counts) else None


def _name(top: str, own: str, below: str) -> str:
    if not below:
        return own
    both = f"{top} {below}".strip()
    tried = (both, f"{below} {top}".strip(), below)
    return next((name for name in tried if meaning_of(name)), own or both)


def _carried(cells: Sequence[str]) -> Iterator[str]:
    """Each cell, an empty one as the last filled one before it: a merged cell holds for all."""
    last = ""
    for cell in cells:
        last = cleaned(cell) or last
        yield last
