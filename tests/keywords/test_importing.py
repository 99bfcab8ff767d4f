"""`invoke keywords --import`: what is written, what is said, how it is undone."""

import stat
from pathlib import Path

import pytest

from plugins.keywords.importing import imported, told
from plugins.keywords.merged import Merged
from plugins.language.problems import ProblemsFound

HEADER = "phrase,document,frequency,group,note\n"
MAP = f"{HEADER}доставка из китая,,100,,\nсвоя фраза,,,,\n"
EXPORT = (
    'Фраза;"""!Частота""";Частота;Группа;Целевая ссылка\n'
    "доставка из китая;900;2100;Доставка;https://example.com/delivery/\n"
    "доставка (море|авто);1;70;;\n"
    "карго;2;90;Доставка;https://www.example.com/blog/cargo\n"
)
ADDRESSES = {
    "https://example.com/": "ru/pages/index.md",
    "https://example.com/delivery/": "ru/pages/delivery.md",
    "https://example.com/blog/cargo/": "ru/blog/cargo.md",
    "https://example.com/en/delivery/": "en/pages/delivery.md",
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "ru" / "pages").mkdir(parents=True)
    return folder


def saved(content: Path, text: str | bytes = EXPORT, name: str = "export.csv") -> Path:
    file = content.parent / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def said(merged: Merged) -> list[str]:
    return [line.in_language("en") for line in told(merged, "ru")]


def test_the_file_is_written_and_what_happened_is_told(content: Path) -> None:
    target = content / "ru" / "keywords.csv"
    target.write_text(MAP, "utf-8")
    export = saved(content)
    done = imported(content, "ru", export)
    kept = content.parent / done.kept

    assert target.read_text("utf-8") == (
        f"{HEADER}доставка из китая,,2100,Доставка,\nсвоя фраза,,,,\n"
        "карго,,90,Доставка,https://www.example.com/blog/cargo\n"
    )
    assert kept.read_text("utf-8") == MAP
    assert said(done) == [
        "columns read: Фраза, Частота, Группа, Целевая ссылка",
        'frequencies not read: "!Частота"',
        "added: карго (90)",
        "changed: доставка из китая (100 → 2100)",
        "filled: доставка из китая: group is now «Доставка»",
        f"skipped: {export}:3: a choice of words ( | ); give each of them a line",
        "content/ru/keywords.csv: 1 added, 1 changed, 1 cell filled, 0 the same, 0 left, "
        "1 not in the export; 1 line skipped",
        f"the map as it was: {done.kept}; copy it over content/ru/keywords.csv to undo the import",
    ]


def test_the_second_import_writes_nothing_and_says_so(content: Path) -> None:
    export = saved(content)
    imported(content, "ru", export)
    target = content / "ru" / "keywords.csv"
    before, at = target.read_bytes(), target.stat().st_mtime_ns
    again = imported(content, "ru", export)

    assert (target.read_bytes(), target.stat().st_mtime_ns) == (before, at)
    assert said(again)[-2:] == [
        "content/ru/keywords.csv: 0 added, 0 changed, 0 cells filled, 2 the same, 0 left, "
        "0 not in the export; 1 line skipped",
        "content/ru/keywords.csv is as it was",
    ]


def test_a_target_page_of_the_site_gives_its_document(content: Path) -> None:
    rows = {
        "https://example.com/delivery/": "ru/pages/delivery.md",
        "http://www.EXAMPLE.com/delivery#prices": "ru/pages/delivery.md",
        "/delivery/": "ru/pages/delivery.md",
        "/": "ru/pages/index.md",
        "ru/blog/own.md": "ru/blog/own.md",
        "https://example.com/delivery/?page=2": "",
        "https://other.example/delivery/": "",
        "https://example.com/en/delivery/": "",
        "https://example.com/gone/": "",
        "https://[broken/": "",
    }
    text = "Фраза;Целевая ссылка\n" + "".join(
        f"фраза {number};{target}\n" for number, target in enumerate(rows)
    )
    done = imported(content, "ru", saved(content, text), ADDRESSES)

    assert [found.document for found in done.added] == list(rows.values())


def test_the_page_that_was_shown_is_a_note_and_no_document(content: Path) -> None:
    text = "Query,Page,Impressions\nкарго,https://example.com/delivery/,5\n"
    imported(content, "ru", saved(content, text), ADDRESSES)

    assert (content / "ru" / "keywords.csv").read_text("utf-8") == (
        f"{HEADER}карго,,5,,https://example.com/delivery/\n"
    )


def test_each_map_that_an_import_replaced_is_kept_once(content: Path) -> None:
    target = content / "ru" / "keywords.csv"
    target.write_text(MAP, "utf-8")
    first = imported(content, "ru", saved(content))
    second = imported(content, "ru", saved(content, "Фраза;Частота\nавиа;5\n"))
    (content.parent / first.kept).replace(target)
    third = imported(content, "ru", saved(content))

    assert first.kept != second.kept
    assert third.kept == first.kept
    assert sorted(file.name for file in (content.parent / ".cache/keywords").iterdir()) == sorted(
        Path(done.kept).name for done in (first, second)
    )


def test_a_map_keeps_its_rights_and_leaves_nothing_beside_it(content: Path) -> None:
    target = content / "ru" / "keywords.csv"
    target.write_text(MAP, "utf-8")
    target.chmod(0o640)
    imported(content, "ru", saved(content))

    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert [file.name for file in target.parent.iterdir() if file.is_file()] == ["keywords.csv"]


def test_a_column_that_the_map_lacks_and_characters_that_its_encoding_lacks(content: Path) -> None:
    target = content / "ru" / "keywords.csv"
    target.write_bytes("phrase;document;frequency;note\nгруз;;5;\n".encode("cp1251"))
    done = imported(content, "ru", saved(content, "Фраза;Частота;Группа\nкарго 中国;7;А\n"))

    assert said(done)[3:5] == [
        "content/ru/keywords.csv has no column group: it is not written for 1 phrase",
        "content/ru/keywords.csv is UTF-8 with a byte order mark now: "
        "its old encoding lacks characters of the new phrases",
    ]


def test_only_the_first_of_many_lines_are_told(content: Path) -> None:
    rows = "".join(f"фраза {number};{number}\n" for number in range(50))
    lines = said(imported(content, "ru", saved(content, f"Фраза;Частота\n{rows}")))

    assert len(lines) == len(["read", *range(20), "more", "sum"])
    assert lines[21] == "… and 30 more"


def test_of_many_columns_that_are_not_read_the_first_are_told(content: Path) -> None:
    days = "".join(f",2026-11-{day:02}_shows" for day in range(1, 31))
    text = f"Query,Demand{days}\nпечь,5{',1' * 30}\n"
    lines = said(imported(content, "ru", saved(content, text)))

    assert lines[1].startswith("frequencies not read: 2026-11-01_shows, 2026-11-02_shows, ")
    assert lines[1].endswith(", 2026-11-12_shows")
    assert lines[2] == "… and 18 more"


def test_a_table_of_worse_counts_beside_a_better_one_is_told(content: Path) -> None:
    text = "Запрос;Показы;;Фраза;Частота\nпечь;5;;сауна;9\n"
    lines = said(imported(content, "ru", saved(content, text)))

    assert [line for line in lines if line.startswith(("added", "skipped"))] == [
        "added: сауна (9)",
        f"skipped: {content.parent / 'export.csv'}:1: a table that says less of how often "
        "people ask than another one; it is not read",
    ]


@pytest.mark.parametrize(
    ("lang", "name", "text", "problem"),
    [
        ("de", "export.csv", EXPORT, "language: expected one of ru, got 'de'"),
        ("ru", "nothing.csv", None, "import: expected a file of phrases, got"),
        ("ru", "x.csv", "Период;Число\nмай;5\n", "x.csv:1: expected a column of phrases"),
        ("ru", "x.csv", "Фраза;Частота\n", "x.csv:1: expected rows of phrases below the header"),
        ("ru", "x.xls", b"\xd0\xcf\x11\xe0", "an old Excel file (xls), or one with a password"),
    ],
)
def test_what_cannot_be_imported(
    content: Path, lang: str, name: str, text: str | bytes | None, problem: str
) -> None:
    if text is not None:
        saved(content, text, name)
    with pytest.raises(ProblemsFound) as raised:
        imported(content, lang, content.parent / name)

    assert problem in raised.value.in_language("en")
    assert not (content / "ru" / "keywords.csv").exists()


def test_a_damaged_map_is_left_alone(content: Path) -> None:
    target = content / "ru" / "keywords.csv"
    target.write_text(f'{HEADER}"груз,,,,\n', "utf-8")
    with pytest.raises(ProblemsFound) as raised:
        imported(content, "ru", saved(content))

    assert "content/ru/keywords.csv:2: expected valid CSV" in raised.value.in_language("en")
    assert target.read_text("utf-8") == f'{HEADER}"груз,,,,\n'


def test_a_file_that_another_program_holds(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "content/ru/keywords.csv")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(ProblemsFound) as raised:
        imported(content, "ru", saved(content))

    assert raised.value.in_language("en").startswith(
        "content/ru/keywords.csv: Permission denied; "
        "close the file in other programs and look who may write it"
    )
    assert [file for file in (content / "ru").iterdir() if file.is_file()] == []
