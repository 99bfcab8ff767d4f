"""Data files into records: text stays text, and everything wrong is said at once, with its line."""

import csv
import io
from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from textwrap import dedent
from typing import Annotated, Literal

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import Field

from plugins.data_files import DataFiles, Record, read_csv, read_yaml
from plugins.language.messages import Message
from plugins.language.problems import ProblemsFound


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Bank(Record):
    bik: str
    opened: date | None = None


class Everything(Record):
    name: str = "-"
    sku: Annotated[str, Field(min_length=1)] = "-"
    size: Annotated[int, Field(ge=0, le=365)] = 0
    price: Annotated[Decimal, Field(gt=0, max_digits=8, decimal_places=2)] = Decimal(1)
    day: date = date(2026, 11, 22)
    opens: time = time(9)
    kind: Literal["air", "road", "sea"] = "air"
    colour: Colour = Colour.RED
    shown: bool = True
    bank: Bank = Bank(bik="-")
    banks: tuple[Bank, ...] = ()
    notes: Annotated[tuple[str, ...], Field(min_length=1)] = ("-",)


class Row(Record):
    phrase: str
    target: str = Field(default="", alias="document")
    count: int = 0


def complaints(text: str | bytes, record: type[Record] = Everything) -> list[str]:
    """What is said of a YAML file."""
    data = text if isinstance(text, bytes) else dedent(text).encode()
    found, problems = read_yaml(record, "x.yaml", data)

    assert (found is None) == bool(problems)
    return [problem.in_language("en") for problem in problems]


def everything(text: str) -> Everything:
    """The record in a YAML text that is right."""
    found, problems = read_yaml(Everything, "x.yaml", dedent(text).encode())

    assert [problem.in_language("en") for problem in problems] == []
    assert found is not None
    return found


# --- YAML: text stays text ---

NUMBERS = ("044525225", "1_000", "0x1F", "1e3", "1.10", "+7", "0o17", ".inf")


@pytest.mark.parametrize(
    "scalar",
    [*NUMBERS, "no", "yes", "on", "null", "~", "=", "True", "2026-11-22", "12:30"],
)
def test_a_scalar_is_text_as_it_is_written(scalar: str) -> None:
    assert scalar == everything(f"name: {scalar}").name


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1))
def test_every_text_that_yaml_can_hold_comes_back(text: str) -> None:
    data = yaml.safe_dump({"name": text}, allow_unicode=True).encode()
    found, problems = read_yaml(Everything, "x.yaml", data)

    assert problems == []
    assert found is not None
    assert text.strip() == found.name


@given(st.integers() | st.booleans() | st.none() | st.dates() | st.floats())
def test_no_scalar_becomes_something_else(value: object) -> None:
    written = yaml.safe_dump(value).splitlines()[0]

    assert written == everything(f"name: {written}").name


def test_types_of_the_record_convert_text() -> None:
    found = everything(
        """
        size: 044
        price: "12500.50"
        day: 2026-02-28
        opens: 09:30
        colour: blue
        shown: no
        banks:
          - bik: 044525225
        """
    )

    assert found.size == 44
    assert found.price == Decimal("12500.50")
    assert found.day == date(2026, 2, 28)
    assert found.opens == time(9, 30)
    assert found.colour is Colour.BLUE
    assert found.shown is False
    assert found.banks == (Bank(bik="044525225"),)


@pytest.mark.parametrize("data", [b"", b"\n", b"# only a remark\n", b"\xef\xbb\xbf", b"---\n"])
def test_an_empty_file_is_a_record_without_values(data: bytes) -> None:
    assert read_yaml(Everything, "x.yaml", data) == (Everything(), [])
    assert complaints(data, Bank) == ["x.yaml:1: bik: expected a value, got nothing"]


@pytest.mark.parametrize(
    "text", ["\ufeffname: Я\n", "name: Я\r\n", "name: >\n  Я\n", "name: ' Я '"]
)
def test_bom_line_ends_and_outer_spaces_do_not_matter(text: str) -> None:
    assert everything(text).name == "Я"


def test_an_anchor_stands_for_its_value() -> None:
    found = everything("bank: &b {bik: 1}\nbanks: [*b, *b]")

    assert found.banks == (found.bank, found.bank)


# --- YAML: every kind of error, word for word ---


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name: [a]", "name: expected a text, got a list"),
        ("name: {a: b}", "name: expected a text, got keys with values"),
        ("sku:", "sku: expected a text, got nothing"),
        ("size: many", "size: expected a whole number, got 'many'"),
        ("size: 2.5", "size: expected a whole number, got '2.5'"),
        ("size:", "size: expected a whole number, got nothing"),
        ("size: -1", "size: expected at least 0, got '-1'"),
        ("size: 366", "size: expected at most 365, got '366'"),
        ("price: 12 500", "price: expected a number such as 12500.00, got '12 500'"),
        ("price: 12500,00", "price: expected a number such as 12500.00, got '12500,00'"),
        ("price: 1.234", "price: expected a number such as 12500.00, got '1.234'"),
        ("price: 123456789", "price: expected a number such as 12500.00, got '123456789'"),
        ("price: NaN", "price: expected a number such as 12500.00, got 'NaN'"),
        ("price: Infinity", "price: expected a number such as 12500.00, got 'Infinity'"),
        ("price: 0", "price: expected more than 0, got '0'"),
        ("day: 22.11.2026", "day: expected a date such as 2026-11-22, got '22.11.2026'"),
        ("day: 2026-02-30", "day: expected a date such as 2026-11-22, got '2026-02-30'"),
        ("day: 2026", "day: expected a date such as 2026-11-22, got '2026'"),
        (
            "day: 2026-11-22 10:00",
            "day: expected a date such as 2026-11-22, got '2026-11-22 10:00'",
        ),
        ("opens: 9", "opens: expected a time such as 09:00, got '9'"),
        ("opens: 25:00", "opens: expected a time such as 09:00, got '25:00'"),
        ("kind: rail", "kind: expected one of air, road, sea, got 'rail'"),
        ("colour: green", "colour: expected one of red, blue, got 'green'"),
        ("shown: maybe", "shown: expected true or false, got 'maybe'"),
        ("banks: none", "banks: expected a list, got 'none'"),
        ("banks: {bik: 1}", "banks: expected a list, got keys with values"),
        ("bank: 1", "bank: expected keys with values, got '1'"),
        ("bank: [1]", "bank: expected keys with values, got a list"),
        ("bank: {}", "bank.bik: expected a value, got nothing"),
        ("notes: []", "notes: expected a list with at least one item, got a list"),
        ("- a", "expected keys with values, got a list"),
        ("a text", "expected keys with values, got 'a text'"),
        ("prise: 1", "prise: expected a known key, got 'prise'; did you mean price?"),
        ("bank: {bic: 1, bik: 1}", "bank.bic: expected a known key, got 'bic'; did you mean bik?"),
        (
            "bank: {bik: 1, zzz: 1}",
            "bank.zzz: expected a known key, got 'zzz'; known keys are bik, opened",
        ),
        ("name: a\nname: b", "name: expected each key once, got name again"),
        (
            "{{ name }}: a",
            "expected a known key, got brackets; put a text that begins with one in quotes",
        ),
        ("name: &a [*a]", "expected valid YAML, got a value that holds itself"),
        ("name: a\x07b", "expected valid YAML, got the control character U+0007"),
        (
            f"day: {'9' * 61}",
            f"day: expected a date such as 2026-11-22, got '{'9' * 60}…'",
        ),
    ],
)
def test_what_is_said_of_a_wrong_value(text: str, said: str) -> None:
    *_, last = [line.partition(" ")[2] for line in complaints(text)]

    assert said == last


LOOK = "check the indents and quotes of this line"
OPEN = "a quote or a bracket that is not closed; close it; it may stand in a line above"


@pytest.mark.parametrize(
    ("text", "line", "got"),
    [
        (
            "name: a: b",
            1,
            "a colon inside a value, or a wrong indent; put a value with a colon in quotes",
        ),
        ("\tname: a", 1, "a tab; indent with spaces"),
        ("name: a\n\tday: b", 2, "a tab; indent with spaces"),
        (
            'name: "a "b" c"',
            1,
            "something that does not fit the lines above; keep one indent; inside double quotes "
            "use other quotes",
        ),
        (
            "name: a\nday\nbank: b",
            3,
            "a line without a colon; write a colon and a space after the key",
        ),
        ("name: a\nbank: [1", 2, OPEN),
        ("name: a\nbank: [", 2, OPEN),
        ("name: 'a\nday: 2026-11-22\n", 3, OPEN),
        ("name: @a", 1, "a sign that begins no value; put the value in quotes"),
        ('name: "C:\\k"', 1, "a backslash in double quotes; use single quotes"),
        ("name: *a", 1, f"something that YAML does not allow here; {LOOK}"),
        ("name: a\n---\nname: b", 2, "a second document; remove the line ---"),
    ],
)
def test_what_is_said_of_broken_yaml(text: str, line: int, got: str) -> None:
    assert complaints(text.encode()) == [f"x.yaml:{line}: expected valid YAML, got {got}"]


@pytest.mark.parametrize(
    ("data", "line", "byte"),
    [("name: Печь".encode("cp1251"), 1, "CF"), (b"name: a\n# b\nsku: \xff\n", 3, "FF")],
)
def test_what_is_said_of_another_encoding(data: bytes, line: int, byte: str) -> None:
    advice = "save the file as UTF-8 (it may be Windows-1251 now)"

    assert complaints(data) == [f"x.yaml:{line}: expected UTF-8 text, got byte 0x{byte}; {advice}"]


def test_every_error_has_the_line_where_it_stands() -> None:
    text = """
        # remark
        name: right

        size: many
        bank:
          # remark
          bik: "1"
          opened: never
        banks:
          - bik: "1"
          - opened: 2026-11-22
          -
            bik: "2"
            bik: "3"
            opened: soon
        notes:
          - right
          - |
            of several
            lines
          - [wrong]
        wrong: key
    """

    assert complaints(text) == [
        "x.yaml:15: banks[3].bik: expected each key once, got bik again",
        "x.yaml:5: size: expected a whole number, got 'many'",
        "x.yaml:9: bank.opened: expected a date such as 2026-11-22, got 'never'",
        "x.yaml:12: banks[2].bik: expected a value, got nothing",
        "x.yaml:16: banks[3].opened: expected a date such as 2026-11-22, got 'soon'",
        "x.yaml:22: notes[3]: expected a text, got a list",
        "x.yaml:23: wrong: expected a known key, got 'wrong'; known keys are "
        "bank, banks, colour, day, kind, name, notes, opens, price, shown, size, sku",
    ]


PLAIN = st.recursive(
    st.text(st.characters(codec="utf-8"), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(Everything.model_fields)), PLAIN))
def test_whatever_is_wrong_is_said_in_our_own_words(values: dict[str, object]) -> None:
    data = yaml.safe_dump(values, allow_unicode=True).encode()
    for problem in read_yaml(Everything, "x.yaml", data)[1]:
        what = dict(problem.message.values)["what"]

        assert isinstance(what, Message)
        assert problem.line


@settings(deadline=None)
@given(st.binary() | st.text().map(str.encode))
def test_no_bytes_at_all_end_in_a_traceback(data: bytes) -> None:
    found, problems = read_yaml(Everything, "x.yaml", data)

    assert (found is None) == bool(problems)
    read_csv(Row, "x.csv", data)


# --- Several files ---


def test_errors_of_all_files_come_at_once_by_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("size: many\nday: soon\n")
    (tmp_path / "a.yaml").write_text("opened: soon\n")
    (tmp_path / "rows.csv").write_text("phrase,count\na,many\n")

    def read() -> None:
        with DataFiles(tmp_path) as data:
            data.one(Everything, "b.yaml")
            data.one(Bank, "a.yaml")
            data.one(Bank, "absent.yaml")
            data.rows(Row, "rows.csv")

    with pytest.raises(ProblemsFound) as found:
        read()

    assert found.value.in_language("en").splitlines() == [
        "content/data/a.yaml:1: bik: expected a value, got nothing",
        "content/data/a.yaml:1: opened: expected a date such as 2026-11-22, got 'soon'",
        "content/data/absent.yaml: expected this file, got nothing",
        "content/data/b.yaml:1: size: expected a whole number, got 'many'",
        "content/data/b.yaml:2: day: expected a date such as 2026-11-22, got 'soon'",
        "content/data/rows.csv:2: count: expected a whole number, got 'many'",
        "6 problems",
    ]


def test_files_that_are_right_give_records(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("bik: 044525225\n")
    (tmp_path / "rows.csv").write_text("phrase\na\n")
    with DataFiles(tmp_path) as data:
        bank, rows = data.one(Bank, "a.yaml"), data.rows(Row, "rows.csv")
        none = data.rows(Row, "absent.csv")

    assert (bank, rows, none) == (Bank(bik="044525225"), (Row(phrase="a"),), ())


def test_another_error_inside_the_block_is_not_hidden(tmp_path: Path) -> None:
    def read() -> None:
        with DataFiles(tmp_path) as data:
            data.one(Bank, "absent.yaml")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        read()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("products:\n  - sku: PV-1\n", 2),
        ("products:\n  - sku: PV-10\n  - sku: PV-1\n", 3),
        ("products:\n  - sku: XPV-1\n  - sku: 'PV-1'\n", 3),
        ('products:\n  - sku: "PV-1"', 2),
        ("products:\r\n  - sku: PV-1\r\n", 2),
        ("products: [{price: 5, sku: PV-1}]\n", 1),
        ("sku;price\nPV-1;5\n", 2),
        ("products:\n  - sku: PV-2\n", 0),
        ("", 0),
    ],
)
def test_the_line_where_a_word_stands(text: str, line: int, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_bytes(text.encode())

    assert DataFiles(tmp_path).lines("x.yaml", ["PV-1"]) == {"PV-1": line}


def test_a_word_stands_in_no_line_of_an_absent_file(tmp_path: Path) -> None:
    assert DataFiles(tmp_path).lines("absent.csv", ["a", "b"]) == {"a": 0, "b": 0}


# --- CSV ---


def rows_of(data: bytes | str) -> tuple[tuple[Row, ...], list[str]]:
    """The records of a CSV file and what is said of it."""
    found, problems = read_csv(Row, "x.csv", data if isinstance(data, bytes) else data.encode())
    return found, [problem.in_language("en") for problem in problems]


def encoded(text: str) -> Iterator[bytes]:
    """The bytes that spreadsheets make of a text; cp1251 unless they happen to be UTF-8 too."""
    yield text.encode("utf-8")
    yield text.encode("utf-8-sig")
    if text.encode("cp1251").decode("utf-8", "ignore").encode() != text.encode("cp1251"):
        yield text.encode("cp1251")


CELL = st.text("абвгдеёяАЯabc019 ,;\"'«»—", max_size=12)


@settings(deadline=None)
@given(st.lists(st.tuples(st.text("абвё", min_size=1), CELL, st.integers(0, 999)), max_size=5))
def test_separators_and_encodings_of_spreadsheets_make_no_difference(
    cells: list[tuple[str, str, int]],
) -> None:
    expected = tuple(Row(phrase=p, document=d, count=n) for p, d, n in cells)
    for separator in ",;\t":
        for end in ("\n", "\r\n"):
            text = io.StringIO()
            writer = csv.writer(text, delimiter=separator, lineterminator=end)
            writer.writerows([("phrase", "document", "count"), *cells])
            for data in encoded(text.getvalue()):
                assert (expected, []) == rows_of(data)


@pytest.mark.parametrize(
    "text",
    [
        "phrase,document,count\nа,б,1\n",
        "phrase,document,count\nа,б,1",
        "phrase,document,count\n\n,,\nа,б,1\n\n",
        "\nphrase;document;count\nа;б;1",
        " phrase , document,count\n а , б ,1\n",
        "count,phrase,document\n1,а,б\n",
        "phrase,document,count,,\nа,б,1,,\n",
        '"phrase","document","count"\r\n"а","б","1"\r\n',
    ],
)
def test_what_a_spreadsheet_may_change(text: str) -> None:
    assert rows_of(text) == ((Row(phrase="а", document="б", count=1),), [])


def test_a_quoted_text_may_hold_separators_quotes_and_line_ends() -> None:
    found, said = rows_of('phrase,document\n"а, ""б""\nв",г\nд,е\n')

    assert [row.phrase for row in found] == ['а, "б"\nв', "д"]
    assert said == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ["x.csv:1: expected the columns phrase, got nothing"]),
        ("document\nа\n", ["x.csv:1: expected the columns phrase, got document"]),
        ("phrase,count\nа,x\n", ["x.csv:2: count: expected a whole number, got 'x'"]),
        (
            'phrase,count\n"а\nб",1\n\nв,x\n',
            ["x.csv:5: count: expected a whole number, got 'x'"],
        ),
        (
            'phrase,count\n"а\nб",x\n',
            ["x.csv:2: count: expected a whole number, got 'x'"],
        ),
        (
            "phrase,count\nа, б,1\nв,1\n",
            [
                "x.csv:2: expected 2 cells, got 3; "
                "put a text that holds the separator in double quotes"
            ],
        ),
        (
            "phrase,dokument\nа,б\nв,г\n",
            ["x.csv:1: dokument: expected a known key, got 'dokument'; did you mean document?"],
        ),
        (
            "phrase,zzz\nа,б\n",
            [
                "x.csv:1: zzz: expected a known key, got 'zzz'; "
                "known keys are count, document, phrase"
            ],
        ),
        ("phrase,phrase\nа,б\n", ["x.csv:1: phrase: expected each key once, got phrase again"]),
        (
            'phrase,count\nа,1\nб,"2\nв,3\n',
            [
                "x.csv:3: expected valid CSV, got a double quote out of place; "
                "close each double quote; inside a text write it twice"
            ],
        ),
        (
            'phrase,count\n"а"б,1\n',
            [
                "x.csv:2: expected valid CSV, got a double quote out of place; "
                "close each double quote; inside a text write it twice"
            ],
        ),
    ],
)
def test_what_is_said_of_a_wrong_csv_file(text: str, said: list[str]) -> None:
    assert said == rows_of(text)[1]


def test_a_wrong_row_does_not_hide_the_others() -> None:
    found, said = rows_of("phrase,count\nа,x\nб,2\nв,y\n")

    assert found == (Row(phrase="б", count=2),)
    assert said == [
        "x.csv:2: count: expected a whole number, got 'x'",
        "x.csv:4: count: expected a whole number, got 'y'",
    ]


def test_a_short_row_lacks_its_last_cells() -> None:
    assert rows_of("phrase,document,count\nа\n") == ((Row(phrase="а"),), [])
