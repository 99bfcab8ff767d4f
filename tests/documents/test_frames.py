"""Frames of wide tables: which tables get one, what it is called, and that all else stays."""

from __future__ import annotations

from plugins.documents.edits import applied
from plugins.documents.frames import framed_tables, tables
from tests.documents.examples import document, site

HEADS = "<table>\n<thead><tr>{}</tr></thead>\n<tbody><tr><td>1</td></tr></tbody>\n</table>"


def table(*heads: str) -> str:
    return HEADS.format("".join(f"<th>{head}</th>" for head in heads))


def framed(body: str, lang: str = "ru") -> str:
    shown = document(source=f"{lang}/pages/x.md", lang=lang, body=body)
    return applied(body, framed_tables(site(shown)))


def test_a_table_of_two_columns_stays_as_it_is() -> None:
    assert framed(table("А", "Б")) == table("А", "Б")


def test_a_wide_table_gets_a_frame_with_a_name() -> None:
    wide = table("Маршрут", "<em>Дни</em>", "", "Цена & «скидка»")
    expected = (
        '<p>до</p><section class="frame broad" '
        'data-hint="Если таблица не помещается, её можно двигать вбок" '
        'tabindex="0" aria-label="Таблица 1: Маршрут, Дни, Цена &amp; «скидка»">'
        f"{wide}</section><p>после</p>"
    )
    assert framed(f"<p>до</p>{wide}<p>после</p>") == expected


def test_three_columns_may_fit() -> None:
    assert framed(table("A", "B", "C"), "en").startswith(
        '<section class="frame" data-hint="If the table does not fit, move it sideways" '
        'tabindex="0" aria-label="Table 1: A, B, C"><table>'
    )


def test_a_table_with_attributes_is_its_authors_own() -> None:
    own = table("A", "B", "C").replace("<table>", '<table class="facts">')
    assert framed(own) == own


def test_tables_in_code_are_text() -> None:
    assert not list(tables("<pre>&lt;table&gt;</pre>"))
