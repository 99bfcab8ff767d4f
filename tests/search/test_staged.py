"""A page for Pagefind, and what results show of it."""

import re
from pathlib import Path

import pytest

from plugins.documents import Document, Status
from plugins.documents.document import Kind
from plugins.search.page_text import PageText, Section
from plugins.search.remembered import Keys
from plugins.search.staged import EXTRA, Staged, Words, staged

WORDS = Words("Печь и Верстак", {"article": "Статья"})


def page(
    folder: Path, text: PageText, kind: Kind = "page", lists: str = "", words: Words = WORDS
) -> Staged:
    document = Document(
        "ru/pages/x.md", "ru", kind, "Заголовок", "", "x/", "x/index.html", Status.PUBLISHED,
        None, None, "", lists=lists,
    )  # fmt: skip
    return staged(document, text, Keys("ru", folder), words)


def body(made: Staged) -> list[str]:
    found = re.search(r'<p data-pagefind-weight="[\d.]+">(.*)</p>', made.html)
    assert found
    return found[1].split()


def test_each_key_has_its_place_in_the_text(tmp_path: Path) -> None:
    text = PageText("Станок", "", ["Наш", "станок", "—", "для", "людей."], [])
    made = page(tmp_path, text)

    assert body(made) == [".", "станок_", "станк_", ".", ".", "люд_", "людьм_", "человек_"]
    assert made.fragment["content"].split() == [
        "Наш", "станок", EXTRA, "—", "для", "людей.", EXTRA, EXTRA,
    ]  # fmt: skip
    assert made.fragment["word_count"] == len(body(made))


def test_sections_are_counted_in_places(tmp_path: Path) -> None:
    text = PageText("", "", ["станок", "Цена.", "Три"], [Section("h2", "cena", "Цена", 1)])

    assert page(tmp_path, text).fragment["anchors"] == [
        {"element": "h2", "id": "cena", "text": "Цена", "location": 2}
    ]


@pytest.mark.parametrize(
    ("kind", "lists", "field"),
    [
        ("page", "", "title"),
        ("product", "", "title"),
        ("list", "products", "title"),
        ("list", "articles", "headline"),
        ("article", "", "headline"),
    ],
)
def test_articles_weigh_less_than_products_and_pages(
    tmp_path: Path, kind: Kind, lists: str, field: str
) -> None:
    made = page(tmp_path, PageText("Печь", "", ["печь"], []), kind, lists)

    assert f'<p data-pagefind-meta="{field}" data-pagefind-ignore>печ_</p>' in made.html
    assert ('data-pagefind-weight="1"' in made.html) == (field == "title")


def test_the_name_of_the_firm_is_no_product(tmp_path: Path) -> None:
    text = PageText("Фирма «Печь и Верстак»", "Фирма", ["«Печь", "и", "Верстак»", "и", "печь"], [])

    assert body(page(tmp_path, text)) == [".", ".", ".", ".", "печ_"]
    assert "data-pagefind-ignore>фирм_ фирм_</p>" in page(tmp_path, text).html
    assert body(page(tmp_path, text, "home")) == ["печ_", ".", "верстак_", ".", "печ_"]


def test_a_firm_without_a_name_hides_nothing(tmp_path: Path) -> None:
    made = page(tmp_path, PageText("", "", ["печь"], []), words=Words("", {}))

    assert body(made) == ["печ_"]
    assert made.fragment["meta"] == {"title": "Заголовок", "label": ""}


def test_keys_are_kept_for_the_next_build(tmp_path: Path) -> None:
    first = Keys("ru", tmp_path)
    expected = first.of("людей,")
    first.save()

    assert expected == ["люд_", "людьм_", "человек_"]
    assert "людей\tлюд людьм человек" in first.file.read_text("utf-8")
    assert Keys("ru", tmp_path).of("людей,") == expected


def test_articles_and_terms_of_law_stand_behind_pages_and_products(tmp_path: Path) -> None:
    plain, last = PageText("Т", "", ["станок"], []), PageText("Т", "", ["станок"], [], last=True)
    made = [page(tmp_path, plain), page(tmp_path, plain, "article"), page(tmp_path, last)]

    assert ['weight="1"' in one.html for one in made] == [True, False, False]
