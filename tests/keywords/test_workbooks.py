"""Workbooks, archives and files that only look like them: what an import takes of each."""

import gzip
import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from plugins.keywords.exports import Export, read_export

DELIVERY = "доставка из китая"
Rows = list[list[object]]


def book(change: Callable[[Workbook], object] = lambda _: None, /, **sheets: Rows) -> bytes:
    """An xlsx file; `change` is done to the workbook before it is saved."""
    made, out = Workbook(), io.BytesIO()
    made.remove(made.worksheets[0])
    for title, rows in sheets.items():
        sheet = made.create_sheet(title.replace("_", " "))
        for row in rows:
            sheet.append(row)
    change(made)
    made.save(out)
    return out.getvalue()


def merged(*ranges: str) -> Callable[[Workbook], object]:
    def change(made: Workbook) -> None:
        sheet = made.worksheets[0]
        assert isinstance(sheet, Worksheet)
        for cells in ranges:
            sheet.merge_cells(cells)

    return change


def archive(**files: str | bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name.replace("_", "."), content)
    return out.getvalue()


def frequencies(data: bytes) -> dict[str, int | None]:
    return {found.phrase: found.frequency for found in taken(data).phrases}


def groups(data: bytes) -> dict[str, str]:
    return {found.phrase: found.group for found in taken(data).phrases}


def taken(data: bytes) -> Export:
    found = read_export(data, "x")
    assert found.problems == ()
    return found


def refused(data: bytes) -> str:
    (problem,) = read_export(data, "x").problems
    return problem.in_language("en")


def notes(data: bytes) -> list[str]:
    return [note.in_language("en") for note in taken(data).skipped]


HEAD: list[object] = ["Фраза", "Частота", "Группа"]


def test_numbers_are_numbers_or_text() -> None:
    data = book(Лист1=[HEAD, ["груз", 1234.0], ["карго", "1\u00a0234"], ["авиа", 7.9], ["море", 0]])
    assert frequencies(data) == {"груз": 1234, "карго": 1234, "авиа": 7, "море": 0}


def test_only_the_sheets_that_hold_phrases_are_read() -> None:
    data = book(
        График=[["Дата", "Клики", "Показы"], [date(2026, 11, 1), 1, 5]],
        Запросы=[["Популярные запросы", "Показы"], [DELIVERY, 12.0]],
        Страницы=[["Популярные страницы", "Показы"], ["https://example.com/", 12]],
        Пусто=[],
    )
    assert frequencies(data) == {DELIVERY: 12}


def test_groups_on_sheets_of_their_own_are_called_by_them() -> None:
    head: list[object] = ["Фраза", "Частота"]
    data = book(Доставка=[head, ["груз", 5]], Оплата=[["отчёт"], head, ["юани", 6]])

    assert groups(data) == {"груз": "Доставка", "юани": "Оплата"}
    assert notes(data) == ["x:1: Оплата: above the header"]


def test_sheets_with_a_name_that_says_nothing_are_no_groups() -> None:
    head: list[object] = ["Запросы", "Число запросов"]
    data = book(Топ_запросов=[head, ["груз", 5]], Похожие_запросы=[head, ["карго", 6]])

    assert groups(data) == {"груз": "", "карго": ""}


def test_the_column_of_groups_is_taken_before_the_name_of_the_sheet() -> None:
    data = book(А=[HEAD, ["груз", 5, "Грузы"]], Б=[HEAD, ["карго", 6, "Грузы"]])
    assert groups(data) == {"груз": "Грузы", "карго": "Грузы"}


def test_a_merged_cell_of_a_group_holds_for_all_its_rows() -> None:
    rows: Rows = [HEAD, ["груз", 5, "Грузы"], ["карго", 6], ["авиа", 7], ["море", 8, "Суда"]]
    assert groups(book(merged("C2:C4"), Лист1=rows)) == {
        **dict.fromkeys(("груз", "карго", "авиа"), "Грузы"),
        "море": "Суда",
    }


def test_a_merged_number_is_of_its_first_row_only() -> None:
    rows: Rows = [HEAD, ["груз", 5], ["карго", None]]
    assert frequencies(book(merged("B2:B3"), Лист1=rows)) == {"груз": 5, "карго": None}


def test_a_merged_header_of_two_rows() -> None:
    rows: Rows = [
        ["Запрос", "Частотность", None, None],
        [None, '"!"', '" "', "базовая"],
        ["печь для бани", 20, 300, 5000],
    ]
    assert frequencies(book(merged("A1:A2", "B1:D1"), Лист1=rows)) == {"печь для бани": 5000}


def test_days_over_measures_as_webmaster_hands_them_out() -> None:
    rows: Rows = [
        ["Query", "Url", datetime(2026, 11, 1), None, datetime(2026, 11, 2), None],
        [None, None, "shows", "demand", "shows", "demand"],
        ["печь для бани", "/pechi/", 4, 40, 5, 50],
    ]
    data = book(merged("C1:D1", "E1:F1"), Лист1=rows)

    assert frequencies(data) == {"печь для бани": 90}
    assert taken(data).counted == "demand"


def test_positions_by_dates_beside_a_frequency_as_topvisor_hands_them_out() -> None:
    rows: Rows = [
        ["Запросы", '"!Частота"', datetime(2026, 11, 1), datetime(2026, 11, 2)],
        ["печь для бани", 120, 3, "--"],
    ]
    (found,) = taken(book(Лист1=rows)).phrases

    assert (found.frequency, found.at_least) == (120, True)


def test_a_hidden_sheet_is_left_out_and_said() -> None:
    def hide(made: Workbook) -> None:
        made.worksheets[1].sheet_state = "hidden"

    data = book(hide, Новые=[HEAD, ["груз", 5]], Старые=[HEAD, ["карго", 6]])

    assert frequencies(data) == {"груз": 5}
    assert notes(data) == ["x: Старые: a hidden sheet"]


def test_formulas_that_nobody_has_calculated_are_no_numbers_and_it_is_said() -> None:
    data = book(Лист1=[HEAD, ["груз", "=2+3"], ["карго", "=B2"]])

    assert frequencies(data) == {"груз": None, "карго": None}
    assert notes(data) == [
        "x:1: Лист1: no numbers in the column «Частота»; the phrases are taken without them"
    ]


def test_the_zip_of_search_console_is_its_table_of_queries() -> None:
    data = archive(
        Pages_csv="Top pages,Clicks,Impressions\nhttps://e.com/,1,5\n",
        Запросы_csv="Популярные запросы,Клики,Показы\nгруз,1,5\n",
        Страны_csv="Страна,Клики,Показы\nРоссия,1,5\n",
        Фильтры_csv="Фильтр,Значение\nДата,Последние 3 месяца\n",
        __MACOSX="",
    )
    assert frequencies(data) == {"груз": 5}
    assert groups(data) == {"груз": ""}
    assert taken(data).counted == "shown"


def test_files_of_groups_in_an_archive_are_called_by_them() -> None:
    data = archive(Доставка_csv="Фраза;Частота\nгруз;5\n", Оплата_csv="Фраза;Частота\nюани;6\n")
    assert groups(data) == {"груз": "Доставка", "юани": "Оплата"}


def test_an_archive_made_on_russian_windows() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, text in (("Доставка.csv", "груз;5"), ("Оплата.csv", "юани;6")):
            made.writestr("x" * len(name), f"Фраза;Частота\n{text}\n")
    data = out.getvalue()
    for name in ("Доставка.csv", "Оплата.csv"):
        data = data.replace(b"x" * len(name), name.encode("cp866"))

    assert groups(data) == {"груз": "Доставка", "юани": "Оплата"}


def test_a_workbook_in_an_archive_and_a_packed_file() -> None:
    assert frequencies(archive(файл_xlsx=book(Лист1=[HEAD, ["груз", 5]]))) == {"груз": 5}
    assert frequencies(gzip.compress("Query,Url,shows\nгруз,/,5\n".encode())) == {"груз": 5}


@pytest.mark.parametrize(
    ("data", "got"),
    [
        (
            b"\xd0\xcf\x11\xe0",
            "an old Excel file (xls), or one with a password; save it as xlsx or CSV",
        ),
        (b"PK\x03\x04rest", "a damaged xlsx, zip or gz file"),
        (b"\x1f\x8brest", "a damaged xlsx, zip or gz file"),
        (book(Лист1=[HEAD, ["груз", 5]])[:-200], "a damaged xlsx, zip or gz file"),
        (
            archive(content_xml="<x/>", mimetype=b"application/vnd.oasis.opendocument.spreadsheet"),
            "an archive without CSV or xlsx files: content.xml, mimetype",
        ),
        (archive(), "an archive without CSV or xlsx files: nothing"),
    ],
)
def test_files_that_cannot_be_read_are_called_what_they_are(data: bytes, got: str) -> None:
    assert refused(data) == f"x: expected a CSV, xlsx or JSON file, got {got}"


def test_a_workbook_with_nothing_in_it() -> None:
    assert refused(book(Лист1=[])).startswith(
        "x:1: expected a column of phrases and one of their frequencies, got nothing"
    )


SHARE = st.floats(0, 1, exclude_max=True)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(SHARE, st.integers(0, 255)), min_size=1, max_size=3))
def test_no_damage_to_a_workbook_breaks_an_import(damage: list[tuple[float, int]]) -> None:
    data = bytearray(book(merged("C2:C3"), Лист1=[HEAD, ["груз", 5, "Грузы"], ["карго", 6]]))
    for share, byte in damage:
        data[4 + int(share * (len(data) - 4))] = byte

    found = read_export(bytes(data), "x")

    assert bool(found.problems) != bool(found.phrases)
