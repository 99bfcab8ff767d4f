"""Imports merge into the map: nothing of a person's is lost, twice is the same as once."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.keywords.exports import Export, FoundPhrase, read_export
from plugins.keywords.importing import imported, told
from plugins.keywords.map_file import MapFile, map_file
from plugins.keywords.merging import Changed, Merged, merge
from plugins.keywords.relevance_map import read_map
from plugins.keywords.tables import rows_of, written
from plugins.language.problems import ProblemsFound

HEADER = "phrase,document,frequency,group,note\n"
EXPORTS = Path(__file__).parent / "exports"


def export(*phrases: tuple[str, int | None], shown: bool = False) -> Export:
    return Export(tuple(FoundPhrase(phrase, count) for phrase, count in phrases), shown=shown)


def merged(text: str, *phrases: tuple[str, int | None], shown: bool = False) -> Merged:
    return merge(text.encode(), "keywords.csv", export(*phrases, shown=shown))


def test_new_phrases_are_appended_in_order_of_frequency() -> None:
    found = merge(None, "x", export(("груз", 5), ("авиа", None), ("карго", 70)))

    assert found.data.decode() == f"{HEADER}карго,,70,,\nгруз,,5,,\nавиа,,,,\n"
    assert [phrase.phrase for phrase in found.added] == ["карго", "груз", "авиа"]


def test_a_frequency_is_renewed_and_everything_else_keeps_its_bytes() -> None:
    text = (
        "owner;phrase;frequency;document;group;note\r\n"
        'Анна; Груз  из Китая;1\u00a0000;ru/x.md;Грузы;"важно; до ""пятницы"""\r\n'
        '"Пётр";"карго";"1 234";;;\r\n'
        ";своя;;;;"
    )
    found = merged(text, ("груз из китая", 900), ("КАРГО", 1234), ("авиа", 7))

    lines = found.data.decode().split("\r\n")
    assert lines[1] == 'Анна; Груз  из Китая;900;ru/x.md;Грузы;"важно; до ""пятницы"""'
    assert lines[2:] == ['"Пётр";"карго";"1 234";;;', ";своя;;;;", ";авиа;7;;;", ""]
    assert found.changed == (Changed("Груз из Китая", 2, 1000, 900),)
    assert (found.unchanged, found.absent) == (1, 1)


def test_the_encoding_stays_and_gives_way_only_to_what_it_lacks() -> None:
    before = f"{HEADER}груз,,5,,\n".replace(",", ";").encode("cp1251")
    once = merge(before, "x", export(("карго", 7)))
    lacking = merge(before, "x", export(("карго 中国", 7)))

    assert once.data == before + "карго;;7;;\n".encode("cp1251")
    assert not once.recoded
    assert lacking.data == b"\xef\xbb\xbf" + before.decode("cp1251").encode() + (
        "карго 中国;;7;;\n".encode()
    )
    assert lacking.recoded


@pytest.mark.parametrize(
    ("row", "new", "shown", "why"),
    [
        ("груз,,100,,", 40, True, "the site's shows are fewer than the map's frequency"),
        ("груз,,100,,", None, False, "the export has no frequency"),
        ("груз,,сто,,", 40, False, "the map's frequency is no number"),
    ],
)
def test_what_is_left(row: str, new: int | None, shown: bool, why: str) -> None:
    found = merged(f"{HEADER}{row}\n", ("груз", new), shown=shown)

    assert found.data.decode() == f"{HEADER}{row}\n"
    assert [left.why.in_language("en") for left in found.left] == [why]


def test_shows_raise_a_frequency_and_fill_an_empty_one() -> None:
    found = merged(f"{HEADER}груз,,100,,\nкарго\n", ("груз", 140), ("карго", 3), shown=True)
    assert found.data.decode() == f"{HEADER}груз,,140,,\nкарго,,3\n"


def test_a_phrase_that_a_person_put_in_quotes_is_not_added_without_them() -> None:
    found = merged(f'{HEADER}"""груз"""\n', ("груз", 5))
    assert found.data.decode() == f'{HEADER}"""груз""",,5\n'


def test_the_first_of_two_equal_rows_is_renewed() -> None:
    found = merged(f"{HEADER}груз,,1,,\nгруз,,2,,\n", ("груз", 5))
    assert found.data.decode() == f"{HEADER}груз,,5,,\nгруз,,2,,\n"


def test_a_new_phrase_brings_its_group_and_in_the_note_its_spelling_and_page() -> None:
    new = FoundPhrase("груз", 5, "=Грузы", "https://e.com/g/", "+груз -авито")
    odd = FoundPhrase("карго", 4, "", '=HYPERLINK("x")', "карго")
    found = merge(None, "x", Export((new, odd)))

    assert found.data.decode() == (
        f"{HEADER}груз,,5,Грузы,«+груз -авито» https://e.com/g/\nкарго,,4,,\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "phrase,document\nгруз,\n",
        f'{HEADER}"груз,,,,\nкарго,,,,\n',
        "document,frequency,group,note\n,1,,\n",
    ],
)
def test_a_map_that_cannot_be_read_is_not_written(text: str) -> None:
    found = merged(text, ("карго", 7))

    assert found.problems
    assert found.data == text.encode()


LETTERS = st.characters(codec="utf-8") | st.sampled_from(' ,;"\t\r\n')
CELLS = st.text(LETTERS, max_size=6)
PHRASES = st.sampled_from(["груз", "Груз ", '"груз"', "карго", "самолёт", "самолет", "iphone 15"])
NUMBERS = st.sampled_from(["", "5", "1 234", "1\u00a0234", "7,0", "много"])
ROWS = st.lists(st.tuples(PHRASES | CELLS, CELLS, NUMBERS, CELLS, CELLS, CELLS), max_size=6)
FOUND = st.lists(
    st.tuples(
        st.sampled_from(["груз", "карго", "самолет", "iphone 15", "中国", "авиа"]),
        st.none() | st.integers(0, 2000),
    ),
    max_size=6,
    unique_by=lambda found: found[0],
)


@st.composite
def maps(draw: st.DrawFn) -> bytes:
    separator, end = draw(st.sampled_from(",;\t")), draw(st.sampled_from(["\n", "\r\n", "\r"]))
    columns = draw(st.permutations(["phrase", "document", "frequency", "group", "note", "mine"]))
    lines = [written(row, separator) for row in [tuple(columns), *draw(ROWS)]]
    text = end.join(lines) + draw(st.sampled_from(["", end]))
    data: bytes = text.encode(draw(st.sampled_from(["utf-8", "utf-8-sig", "cp1251"])), "replace")
    return data


def of_a_person(table: MapFile) -> list[dict[str, str]]:
    own = [name for name in table.columns if name != "frequency"]
    return [{name: table.raw(row, name) for name in own} for row in table.rows]


@settings(deadline=None)
@given(maps(), FOUND, st.booleans())
def test_merging_twice_changes_nothing_and_nothing_of_a_persons_is_lost(
    data: bytes, phrases: list[tuple[str, int | None]], shown: bool
) -> None:
    once = merge(data, "x", export(*phrases, shown=shown))
    twice = merge(once.data, "x", export(*phrases, shown=shown))
    before, after = map_file(data, "x"), map_file(once.data, "x")

    assert twice.data == once.data
    assert not twice.added
    assert not twice.changed
    assert of_a_person(before) == of_a_person(after)[: len(before.rows)]
    assert len(after.rows) == len(before.rows) + len(once.added)
    assert after.separator == before.separator


@settings(deadline=None)
@given(maps())
def test_lines_that_do_not_change_keep_their_bytes(data: bytes) -> None:
    table = map_file(data, "x")
    text = "".join(row.raw for row in (*table.head, *table.rows))

    assert table.encoding.encoded(text) == data
    assert merge(data, "x", export()).data == data


@given(st.lists(st.text(), min_size=2), st.sampled_from(",;\t"))
def test_what_is_written_is_read_again(cells: list[str], separator: str) -> None:
    (row,) = rows_of(written(cells, separator), separator)
    assert list(row.cells) == cells


@pytest.mark.parametrize("name", sorted(file.name for file in EXPORTS.iterdir()))
def test_every_export_merges_into_a_map_without_problems(name: str) -> None:
    found = read_export((EXPORTS / name).read_bytes(), name)
    once = merge(None, "x", found)

    assert bool(once.problems) == (name == "unknown.csv")
    if not once.problems:
        assert merge(once.data, "x", found).data == once.data
        assert read_map(once.data, "x", "ru").problems == ()


def test_the_file_is_written_and_what_happened_is_told(tmp_path: Path) -> None:
    (tmp_path / "ru" / "pages").mkdir(parents=True)
    target = tmp_path / "ru" / "keywords.csv"
    target.write_text(f"{HEADER}доставка из китая,,100,,\nсвоя фраза,,,,\n", "utf-8")
    found = imported(tmp_path, "ru", EXPORTS / "wordstat-operators.csv")

    assert target.read_bytes() == found.data
    assert [file.name for file in target.parent.iterdir() if file.is_file()] == ["keywords.csv"]
    assert [line.in_language("en") for line in told(found, "ru")] == [
        "added: доставка из гуанчжоу (90)",
        "changed: доставка из китая (100 → 2100)",
        f"skipped: {EXPORTS}/wordstat-operators.csv:5: "
        "a choice of words ( | ); give each of them a line",
        "content/ru/keywords.csv: 1 added, 1 changed, 0 the same, 0 left, "
        "1 not in the export; 1 line skipped",
    ]


@pytest.mark.parametrize(
    ("lang", "name", "said"),
    [
        ("de", "wordstat.csv", "language: expected one of ru, got 'de'"),
        ("ru", "nothing.csv", "import: expected a file of phrases, got"),
        ("ru", "unknown.csv", "unknown.csv:1: expected a column of phrases"),
    ],
)
def test_what_cannot_be_imported(tmp_path: Path, lang: str, name: str, said: str) -> None:
    (tmp_path / "ru" / "pages").mkdir(parents=True)
    with pytest.raises(ProblemsFound) as raised:
        imported(tmp_path, lang, EXPORTS / name)

    assert said in str(raised.value)
    assert not (tmp_path / "ru" / "keywords.csv").exists()
