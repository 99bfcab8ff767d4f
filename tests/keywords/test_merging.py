"""An export merges into the map: what is renewed, filled, added, left, and what never is."""

import pytest

from plugins.keywords.export_table import Counted
from plugins.keywords.exports import Export, FoundPhrase
from plugins.keywords.merged import Changed, Filled, Merged
from plugins.keywords.merging import merge

HEADER = "phrase,document,frequency,group,note\n"


def export(*phrases: tuple[str, int | None], counted: Counted = "asked") -> Export:
    return Export(tuple(FoundPhrase(phrase, count) for phrase, count in phrases), counted=counted)


def merged(text: str, *phrases: tuple[str, int | None], counted: Counted = "asked") -> Merged:
    return merge(text.encode(), "keywords.csv", export(*phrases, counted=counted))


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
    ("row", "found", "counted", "why"),
    [
        (
            "груз,,100,,",
            FoundPhrase("груз", 2300),
            "shown",
            "shows of this site are no frequency",
        ),
        (
            "груз,,100,,",
            FoundPhrase("груз", 40),
            "demand",
            "demand is of the days of the export, a frequency of a month",
        ),
        (
            "груз,,100,,",
            FoundPhrase("груз", 40, at_least=True),
            "asked",
            "the export counts only those who ask for it with operators",
        ),
        (
            "груз,,100,,",
            FoundPhrase("груз", 0),
            "asked",
            "the map says more; if nobody asks for it any longer, write 0 into the map yourself",
        ),
        ("груз,,12.5,,", FoundPhrase("груз", 40), "asked", "the map's frequency is no number"),
        ("груз,,100,,", FoundPhrase("груз"), "asked", "the export has no frequency"),
        ("груз,,сто,,", FoundPhrase("груз", 40), "asked", "the map's frequency is no number"),
    ],
)
def test_what_is_left(row: str, found: FoundPhrase, counted: Counted, why: str) -> None:
    text = f"{HEADER}{row}\n"
    done = merge(text.encode(), "x", Export((found,), counted=counted))

    assert done.data.decode() == text
    assert [(left.why.in_language("en"), left.new) for left in done.left] == [
        (why, found.frequency)
    ]


def test_a_count_with_operators_that_is_larger_shows_that_the_frequency_is_old() -> None:
    found = FoundPhrase("груз", 140, at_least=True)
    done = merge(f"{HEADER}груз,,100,,\n".encode(), "x", Export((found,)))

    assert done.data.decode() == f"{HEADER}груз,,140,,\n"


def test_shows_and_demand_stand_in_where_there_is_no_frequency() -> None:
    text = f"{HEADER}карго\n"
    assert merged(text, ("карго", 3), counted="shown").data.decode() == f"{HEADER}карго,,3\n"
    assert merged(text, ("карго", 0), counted="demand").data.decode() == f"{HEADER}карго,,0\n"


def test_empty_cells_are_filled_with_what_a_person_said_elsewhere() -> None:
    new = FoundPhrase(
        "груз", 5, "Грузы", "https://e.com/g/", document="ru/pages/delivery.md", note="сезон"
    )
    empty = merge(f"{HEADER}Груз,,5,,\n".encode(), "x", Export((new,)))
    own = merge(f"{HEADER}Груз,ru/x.md,5,Мои,моё\n".encode(), "x", Export((new,)))

    assert empty.data.decode() == f"{HEADER}Груз,ru/pages/delivery.md,5,Грузы,сезон\n"
    assert empty.filled == (
        Filled("Груз", 2, "document", "ru/pages/delivery.md"),
        Filled("Груз", 2, "group", "Грузы"),
        Filled("Груз", 2, "note", "сезон"),
    )
    assert own.data.decode() == f"{HEADER}Груз,ru/x.md,5,Мои,моё\n"
    assert (own.filled, own.unchanged) == ((), 1)


def test_a_map_with_russian_names_of_columns_keeps_them() -> None:
    text = "Фраза;Документ;Частота;Группа;Заметка\nгруз;;5;;\n"
    found = merged(text, ("груз", 9), ("карго", 7))

    assert found.data.decode() == ("Фраза;Документ;Частота;Группа;Заметка\nгруз;;9;;\nкарго;;7;;\n")


def test_a_phrase_that_a_person_put_in_quotes_is_not_added_without_them() -> None:
    found = merged(f'{HEADER}"""груз"""\n', ("груз", 5))
    assert found.data.decode() == f'{HEADER}"""груз""",,5\n'


def test_a_phrase_with_and_without_quotes_in_an_export_is_two_phrases() -> None:
    found = merged(f'{HEADER}"""груз""",,7\n', ("груз", 5), ('"груз"', 8))
    assert found.data.decode() == f'{HEADER}"""груз""",,8\nгруз,,5,,\n'


def test_the_first_of_two_equal_rows_is_renewed() -> None:
    found = merged(f"{HEADER}груз,,1,,\nгруз,,2,,\n", ("груз", 5))
    assert found.data.decode() == f"{HEADER}груз,,5,,\nгруз,,2,,\n"


def test_a_new_phrase_brings_its_group_and_in_the_note_its_spelling_and_page() -> None:
    new = FoundPhrase("груз", 5, "=Грузы", "https://e.com/g/", "+груз -авито", note="сезон")
    odd = FoundPhrase("карго", 4, "", '=HYPERLINK("x")', "карго")
    aimed = FoundPhrase("авиа", 3, "", "/shown/", "авиа", target="https://e.com/t/")
    mine = FoundPhrase("море", 2, "", "/s/", "море", target="/t/", document="ru/x.md")
    found = merge(None, "x", Export((new, odd, aimed, mine)))

    assert found.data.decode() == (
        f"{HEADER}груз,,5,Грузы,сезон «+груз -авито» https://e.com/g/\n"
        "карго,,4,,\nавиа,,3,,https://e.com/t/\nморе,ru/x.md,2,,/s/\n"
    )


def test_a_column_that_the_map_lacks_is_said() -> None:
    new = FoundPhrase("груз", 5, "Грузы")
    found = merge(b"phrase,frequency\n", "x", Export((new,)))

    assert found.data.decode() == "phrase,frequency\nгруз,5\n"
    assert found.homeless == {"group": 1}


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
