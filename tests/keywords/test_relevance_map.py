"""The relevance map: whatever a spreadsheet saves is read, what is wrong is said with its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.keywords.relevance_map import KeyPhrase, RelevanceMap, read_map
from plugins.keywords.spelling import count_of, phrase_key

HEADER = "phrase,document,frequency,group,note\n"
DOCUMENTS = {"ru/pages/delivery.md", "ru/blog/customs.md", "en/pages/delivery.md"}


def read(text: str | bytes, documents: set[str] | None = None) -> RelevanceMap:
    data = text if isinstance(text, bytes) else text.encode()
    return read_map(data, "keywords.csv", "ru", documents)


def said(text: str | bytes, documents: set[str] | None = None) -> list[str]:
    return [problem.in_language("en") for problem in read(text, documents).problems]


ROWS = (
    ("доставка из китая", "ru/pages/delivery.md", "48 210", "Доставка", "главная"),
    ("оплата; юани, рубли", "", "", "", ""),
)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("encoding", "bom"),
    [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("cp1251", b""), ("utf-16-le", b"\xff\xfe")],
)
def test_every_way_a_spreadsheet_saves_a_table(
    separator: str, line_end: str, encoding: str, bom: bytes
) -> None:
    lines = [HEADER.strip().replace(",", separator)]
    lines += [separator.join(f'"{cell}"' for cell in row) for row in ROWS]
    found = read(bom + line_end.join(lines).encode(encoding))

    assert found.problems == ()
    assert found.phrases == (
        KeyPhrase("доставка из китая", ROWS[0][1], 48210, "Доставка", "главная", line=2),
        KeyPhrase("оплата; юани, рубли", line=3),
    )


def test_a_persons_own_columns_order_and_empty_rows_are_no_matter() -> None:
    text = "sep=;\nowner;Frequency;phrase;note;document;group;\nАнна;5;груз из китая;;;;\n;;;;;;\n"
    assert read(text) == RelevanceMap((KeyPhrase("груз из китая", frequency=5, line=3),), ())


@pytest.mark.parametrize(
    "header",
    [
        "Фраза;Документ;Частота;Группа;Заметка",
        "фраза;Страница;Частотность;Кластер;Комментарий",
        "Запрос;document;ЧАСТОТНОСТЬ;group;Примечание",
    ],
)
def test_the_columns_may_have_russian_names(header: str) -> None:
    found = read(f"{header}\nгруз;ru/pages/delivery.md;5;Грузы;моё\n", DOCUMENTS)

    assert found == RelevanceMap(
        (KeyPhrase("груз", "ru/pages/delivery.md", 5, "Грузы", "моё", line=2),), ()
    )


def test_the_english_name_wins_and_a_column_of_the_russian_one_is_a_persons_own() -> None:
    found = read("phrase,document,frequency,group,note,Частота\nгруз,,5,,,редко\n")
    assert found == RelevanceMap((KeyPhrase("груз", frequency=5, line=2),), ())


PAGES = {"delivery/": "ru/pages/delivery.md", "statyi/rastamozhka/": "ru/blog/customs.md"}


@pytest.mark.parametrize(
    ("document", "meant"),
    [
        ("ru/pages/DELIVERY.md", "ru/pages/delivery.md"),
        ("ru/pages/delivery", "ru/pages/delivery.md"),
        ("pages/delivery.md", "ru/pages/delivery.md"),
        ("delivery.html", "ru/pages/delivery.md"),
        ("https://example.com/delivery/", "ru/pages/delivery.md"),
        ("https://example.com/statyi/rastamozhka/?from=mail#top", "ru/blog/customs.md"),
        ("/statyi/rastamozhka/", "ru/blog/customs.md"),
        ("https://example.com/gone/", ""),
        ("https://[broken/", ""),
        ("en/pages/index.md", ""),
    ],
)
def test_a_document_that_is_not_written_as_its_path_is_guessed(document: str, meant: str) -> None:
    text = f"{HEADER}груз,{document},,,\n".encode()
    (problem,) = read_map(text, "x", "ru", DOCUMENTS, PAGES).problems
    hint = f"; did you mean {meant}?" if meant else ""

    assert problem.in_language("en") == (
        f"x:2: document: expected a document in content/ru/, got '{document}'{hint}"
    )


@pytest.mark.parametrize("cell", ["12.5", "1e5", "1,2E+05", "1.234.567,8", "0,500", "-5"])
def test_a_frequency_that_is_no_whole_number_is_said_and_counts_as_none(cell: str) -> None:
    found = read(f'{HEADER}груз,,"{cell}",,\n')

    assert [phrase.frequency for phrase in found.phrases] == [0]
    assert [problem.in_language("en") for problem in found.problems] == [
        f"keywords.csv:2: frequency: expected a whole number, got '{cell}'"
    ]


@pytest.mark.parametrize("cell", ["1234", "1 234", "1,234", "1234,0", "1234.00"])
def test_a_whole_number_in_a_map_may_be_written_in_several_ways(cell: str) -> None:
    found = read(f'{HEADER}груз,,"{cell}",,\n')
    assert found == RelevanceMap((KeyPhrase("груз", frequency=1234, line=2),), ())


@pytest.mark.parametrize("cell", ['"""оптом из китая"""', "«оптом из китая»", "“оптом из китая”"])
def test_a_phrase_in_double_quotes_is_exact_and_keeps_them(cell: str) -> None:
    (found,) = read(f"{HEADER}{cell},,,,\n").phrases

    assert found.phrase == '"оптом из китая"'
    assert found.exact


def test_a_quoted_phrase_is_another_one_than_the_same_without_quotes() -> None:
    assert said(f'{HEADER}оптом из китая,,,,\n"""оптом из китая""",,,,\n') == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("1234", 1234),
        ("1 234", 1234),
        ("1\u00a0234", 1234),
        ("1\u202f234", 1234),
        ("1\u2009234", 1234),
        ("1234,0", 1234),
        ("1234.00", 1234),
        ("2,300", 2300),
        ("1,234,567", 1234567),
        ("1.234.567,8", 1234567),
        ("1,2E+05", 120000),
        ("0", 0),
        ("0,500", 0),
        ("-5", None),
        ("много", None),
        ("1e99", None),
        ("9" * 5000, None),
        ("", None),
    ],
)
def test_numbers_as_spreadsheets_write_them(text: str, count: int | None) -> None:
    assert count_of(text) == count


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        (
            ",ru/pages/delivery.md,5,,\n",
            "phrase: expected a phrase of two letters or more, got nothing",
        ),
        ("с,,,,\n", "phrase: expected a phrase of two letters or more, got 'с'"),
        ("🚚,,,,\n", "phrase: expected a phrase of two letters or more, got '🚚'"),
        ("груз,,много,,\n", "frequency: expected a whole number, got 'много'"),
        ("груз,ru/x.md,,,\n", "document: expected a document in content/ru/, got 'ru/x.md'"),
        (
            "груз,content/ru/blog/customs.md,,,\n",
            "document: expected a document in content/ru/, got 'content/ru/blog/customs.md'; "
            "did you mean ru/blog/customs.md?",
        ),
        (
            "груз,en/pages/delivery.md,,,\n",
            "document: expected a document in content/ru/, got 'en/pages/delivery.md'; "
            "did you mean ru/pages/delivery.md?",
        ),
        (
            "груз, в китай,,,,\n",
            "expected 5 cells, got 6; put a text that holds the separator in double quotes",
        ),
        (
            '"груз,,,,\n',
            "expected valid CSV, got a double quote out of place; "
            "close each double quote; inside a text write it twice",
        ),
        (
            "гр\x07уз,,,,\n",
            "phrase: expected a phrase of visible characters, got the control character U+0007",
        ),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_works(rows: str, problem: str) -> None:
    text = f"{HEADER}{rows}доставка из китая,ru\\pages\\delivery.md,7,,\n"

    assert said(text, DOCUMENTS) == [f"keywords.csv:2: {problem}"]
    assert read(text, DOCUMENTS).phrases[-1] == KeyPhrase(
        "доставка из китая", "ru/pages/delivery.md", 7, line=3
    )


def test_a_duplicate_names_the_first_line() -> None:
    text = f"{HEADER}Самолёт  в Китай,,,,\nгруз,,,,\nсамолет в\u00a0китай,,,,\n"

    assert [found.line for found in read(text).phrases] == [2, 3]
    assert said(text) == [
        "keywords.csv:4: phrase: expected each phrase once, got 'самолет в китай', as in line 2"
    ]


@pytest.mark.parametrize(
    ("text", "problem", "count"),
    [
        ("", "expected the columns phrase, document, frequency, group, note, got nothing", 0),
        (
            "phrase,group\nгруз,а\n",
            "expected the columns document, frequency, note, got phrase, group",
            1,
        ),
        (
            "document,frequency,group,note\n,1,,\n",
            "expected the columns phrase, got document, frequency, group, note",
            0,
        ),
        (
            f"{HEADER.strip()},note\nгруз,,,,,\n",
            "note: expected each key once, got note again",
            1,
        ),
    ],
)
def test_columns_that_lack_or_stand_twice(text: str, problem: str, count: int) -> None:
    assert said(text) == [f"keywords.csv:1: {problem}"]
    assert len(read(text).phrases) == count


def test_a_damaged_utf8_file_is_said_to_be_one() -> None:
    data = f"{HEADER}доставка из китая,,,,\nгруз".encode() + b"\xff,,,,\n"

    assert said(data)[0] == (
        "keywords.csv:3: expected UTF-8 text, got unreadable bytes; save the file as UTF-8"
    )
    assert len(read(data).phrases) == 2


@given(st.binary())
def test_no_bytes_break_the_reader(data: bytes) -> None:
    for found in read(data).phrases:
        found.phrase.encode()


@given(st.text())
def test_a_key_of_a_key_is_the_key(text: str) -> None:
    assert phrase_key(phrase_key(text)) == phrase_key(text)
