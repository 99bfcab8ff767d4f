"""Whatever merges into whatever map: nothing of a person's is lost, twice is the same as once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.keywords.export_table import Counted
from plugins.keywords.exports import Export, FoundPhrase, read_export
from plugins.keywords.map_file import MapFile, map_file
from plugins.keywords.merging import merge
from plugins.keywords.relevance_map import read_map
from plugins.keywords.tables import rows_of, written
from tests.keywords.export_cases import Case, cases

LETTERS = st.characters(codec="utf-8") | st.sampled_from(' ,;"\t\r\n')
CELLS = st.text(LETTERS, max_size=6)
PHRASES = st.sampled_from(["груз", "Груз ", '"груз"', "карго", "самолёт", "самолет", "iphone 15"])
NUMBERS = st.sampled_from(["", "5", "1 234", "1\u00a0234", "7,0", "много"])
ROWS = st.lists(st.tuples(PHRASES | CELLS, CELLS, NUMBERS, CELLS, CELLS, CELLS), max_size=6)
PAGES = st.sampled_from(["", "ru/pages/delivery.md"])
FOUND = st.lists(
    st.builds(
        FoundPhrase,
        st.sampled_from(["груз", "карго", "самолет", "iphone 15", "中国", "авиа", '"груз"']),
        st.none() | st.integers(0, 2000),
        group=CELLS,
        url=CELLS,
        at_least=st.booleans(),
        document=PAGES,
        note=CELLS,
    ),
    max_size=6,
    unique_by=lambda found: found.phrase,
)
COUNTED: st.SearchStrategy[Counted] = st.sampled_from(["asked", "demand", "shown", ""])


@st.composite
def maps(draw: st.DrawFn) -> bytes:
    separator, end = draw(st.sampled_from(",;\t|")), draw(st.sampled_from(["\n", "\r\n", "\r"]))
    columns = draw(st.permutations(["phrase", "document", "frequency", "group", "note", "mine"]))
    columns = columns[: draw(st.integers(4, 6))]
    lines = [written(row, separator) for row in [tuple(columns), *draw(ROWS)]]
    text = end.join(lines) + draw(st.sampled_from(["", end]))
    data: bytes = text.encode(draw(st.sampled_from(["utf-8", "utf-8-sig", "cp1251"])), "replace")
    return data


def of_a_person(table: MapFile) -> list[dict[str, str]]:
    """What a person wrote into the cells of each row, empty ones aside."""
    own = [name for name in table.columns if name != "frequency"]
    rows = ({name: table.raw(row, name) for name in own} for row in table.rows)
    return [{name: text for name, text in row.items() if text.strip()} for row in rows]


@settings(deadline=None)
@given(maps(), FOUND, COUNTED)
def test_merging_twice_changes_nothing_and_nothing_of_a_persons_is_lost(
    data: bytes, phrases: list[FoundPhrase], counted: Counted
) -> None:
    found = Export(tuple(phrases), counted=counted)
    once = merge(data, "x", found)
    twice = merge(once.data, "x", found)
    before, after = map_file(data, "x"), map_file(once.data, "x")

    assert twice.data == once.data
    assert (twice.added, twice.changed, twice.filled) == ((), (), ())
    for wrote, stands in zip(of_a_person(before), of_a_person(after), strict=False):
        assert wrote.items() <= stands.items()
    assert len(after.rows) == len(before.rows) + len(once.added)
    assert after.separator == before.separator


@settings(deadline=None)
@given(maps())
def test_lines_that_do_not_change_keep_their_bytes(data: bytes) -> None:
    table = map_file(data, "x")
    text = "".join(row.raw for row in (*table.head, *table.rows))

    assert table.encoding.encoded(text) == data
    assert merge(data, "x", Export()).data == data


@given(st.lists(st.text(), min_size=2), st.sampled_from(",;\t|"))
def test_what_is_written_is_read_again(cells: list[str], separator: str) -> None:
    (row,) = rows_of(written(cells, separator), separator)
    assert list(row.cells) == cells


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.title)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "utf-16"])
def test_every_export_merges_into_a_map_once_and_without_problems(
    case: Case, encoding: str
) -> None:
    found = read_export(case.data, "x")
    before = "phrase;document;frequency;group;note;owner\r\n".encode(encoding)
    once = merge(before, "x", found)
    twice = merge(once.data, "x", found)

    assert bool(once.problems) == bool(case.said["!"])
    assert twice.data == once.data
    if not once.problems:
        assert twice.unchanged == len(found.phrases) == len(once.added)
        assert read_map(once.data, "x", "ru").problems == ()
        assert {row.phrase for row in read_map(once.data, "x", "ru").phrases} == {
            phrase.phrase for phrase in found.phrases
        }


@settings(deadline=None)
@given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=5)), max_size=5))
def test_whatever_an_export_holds_a_second_import_changes_nothing(
    rows: list[tuple[str, str]],
) -> None:
    lines = [written(row, ";") for row in [("Фраза", "Группа"), ("груз", "а"), *rows]]
    found = read_export("\n".join(lines).encode("utf-8", "replace"), "x")
    once = merge(None, "x", found)
    twice = merge(once.data, "x", found)

    assert twice.data == once.data
    assert (twice.added, twice.changed, twice.filled) == ((), (), ())
