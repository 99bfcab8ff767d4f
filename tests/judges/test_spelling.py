"""The spelling judge: which words of a page it looks up, where they stand, in what language."""

from __future__ import annotations

from judges.page_words import words_of
from judges.spelling import by_language


def words(html: str) -> list[str]:
    return [word for _, word, _ in words_of(html)]


def test_words_come_with_their_line_and_language() -> None:
    html = '<html lang="ru">\n<p>Печь\nи <b lang="en">oven</b> рядом</p></html>'
    assert list(words_of(html)) == [
        (2, "Печь", "ru"),
        (3, "и", "ru"),
        (3, "oven", "en"),
        (3, "рядом", "ru"),
    ]


def test_what_is_heard_and_what_search_engines_show_is_read_too() -> None:
    html = (
        '<meta name="description" content="Описание"><meta name="viewport" content="width">'
        '<img alt="чертёж"><nav aria-label="Разделы"></nav><td data-label="Срок">'
    )
    assert words(html) == ["Описание", "чертёж", "Разделы", "Срок"]


def test_code_addresses_and_numbers_are_not_words() -> None:
    html = (
        "<style>p {color: red}</style><p>Пишите <code>mkae</code> a.b@example.com, "
        "https://example.com/abc и pech.example про PV-103 и 1С</p>"
    )
    assert words(html) == ["Пишите", "и", "про", "и"]


def test_hyphens_and_soft_hyphens() -> None:
    assert words("<p>по\u00adставщик, где-нибудь, don’t</p>") == [
        "поставщик",
        "где-нибудь",
        "don’t",
    ]


def test_an_element_that_is_never_closed_does_not_swallow_the_rest() -> None:
    assert words("<div><code>x<p></div><p>читаем</p>") == ["читаем"]


def test_words_go_to_the_dictionary_of_their_letters() -> None:
    found = by_language({"печь", "oven", "QR-код", "м", "Ёж"})
    assert found == {"ru": ["QR-код", "Ёж", "печь"], "en": ["oven"]}
