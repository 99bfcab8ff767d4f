"""The picture to share: the right words, its size, few bytes, another name for other words."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from plugins.company import Company, Products
from plugins.documents import Document, Status
from plugins.listings import ListingSettings
from plugins.pictures.card_drawing import card_files, drawn
from plugins.pictures.cards import HEIGHT, WIDTH, Card, card_of, cards, share_picture
from plugins.pictures.store import Store
from tests.company.records import COMPANY, GROUP, PRODUCT
from tests.documents.examples import NOW, document, site
from tests.pictures.examples import read

FIRM = Company.model_validate(COMPANY)
GOODS = Products.model_validate(
    {"groups": [GROUP], "products": [PRODUCT | {"sku": "K-1", "price": "12500"}]}
)
CARD = Card("ru", "Печь и Верстак", "Как проверить поставщика", "1 мая", "example.com", "")


def article(**values: Any) -> Document:
    published = datetime(2026, 11, 10, 10, tzinfo=NOW.tzinfo)
    return document("ru/blog/a.md", kind="article", published=published, **values)


@pytest.mark.parametrize(
    ("page", "fact"),
    [
        (article(), "Опубликовано 10 ноября 2026 г."),
        (article(modified=NOW), "Обновлено 22 ноября 2026 г."),
        (article(modified=NOW - timedelta(days=90)), "Опубликовано 10 ноября 2026 г."),
        (document("ru/products/k.md", product="K-1"), "12 500 ₽, цена проверена"),
        (document("en/products/k.md", product="K-1"), "₽12,500, price checked"),
        (document("ru/pages/x.md"), FIRM.tagline.ru),
        (document("en/pages/x.md"), FIRM.tagline.en),
    ],
)
def test_the_fact_of_a_page(page: Document, fact: str) -> None:
    assert card_of(page, FIRM, GOODS).fact.replace("\u00a0", " ").startswith(fact)


def test_an_example_says_so() -> None:
    example = FIRM.model_copy(update={"example": True})
    page = document("ru/pages/x.md")

    assert card_of(page, example, GOODS).sample == "Пример: такой компании не существует"
    assert card_of(page, FIRM.model_copy(update={"example": False}), GOODS).sample == ""


def test_other_words_another_name() -> None:
    assert replace(CARD).save_as == CARD.save_as
    names = {replace(CARD, **{field: "другое"}).save_as for field in ("brand", "title", "fact")}
    assert len(names | {CARD.save_as}) == 4
    assert all(name.startswith("share/") and name.endswith(".png") for name in names)


def test_every_live_page_has_a_card_and_nothing_else_has() -> None:
    live = article(title="Живая", category="Чайники")
    draft = replace(live, source="ru/blog/b.md", title="Тайна", status=Status.DRAFT)
    error = document("ru/pages/404.md", kind="error", title="Нет такой страницы")
    blog = document("ru/pages/blog.md", kind="list", lists="articles", title="Блог")
    one = site(live, draft, error, blog)
    titles = [card.title for card in cards(one, FIRM, GOODS, ListingSettings(per_page=1))]

    assert sorted(titles) == ["Блог", "Живая", "Чайники"]


def test_the_head_gets_an_address_a_size_and_words() -> None:
    page = document("ru/pages/x.md", title="Доставка")
    card, shared = card_of(page, FIRM, GOODS), share_picture(page, FIRM, GOODS)

    assert shared.url == card.save_as
    assert (shared.width, shared.height, shared.type) == (1200, 630, "image/png")
    assert shared.alt == f"{FIRM.brand.ru}: Доставка"


@pytest.mark.parametrize(
    "card",
    [
        CARD,
        replace(CARD, sample="Пример: такой компании не существует"),
        replace(CARD, title="Как проверить поставщика до предоплаты и не пожалеть " * 8),
        replace(
            CARD, title="Ы" * 300, brand="Очень длинное название фирмы " * 6, fact="факт " * 90
        ),
        replace(CARD, title="漢字 🙂"),
        replace(CARD, title="", brand="", fact="", host=""),
    ],
    ids=["plain", "sample", "long", "too long", "no letters", "empty"],
)
def test_a_card_is_a_small_png_of_the_right_size_with_free_margins(card: Card) -> None:
    data = drawn(card)
    image = read(data).convert("RGB")
    paper = image.getpixel((0, 0))

    assert (image.width, image.height) == (WIDTH, HEIGHT)
    assert data.startswith(b"\x89PNG")
    assert len(data) < 40_000
    for x in (*range(60), *range(WIDTH - 60, WIDTH)):
        assert all(image.getpixel((x, y)) == paper for y in range(0, HEIGHT, 7)), x
    for y in (*range(40), *range(HEIGHT - 20, HEIGHT)):
        assert all(image.getpixel((x, y)) == paper for x in range(0, WIDTH, 7)), y


def test_the_same_words_give_the_same_bytes_and_are_drawn_once(tmp_path: Path) -> None:
    store = Store(tmp_path)
    first = list(card_files([CARD], store))
    store.keep(CARD.save_as.rpartition("/")[2], b"from the store")

    assert first == [(CARD.save_as, drawn(CARD))]
    assert list(card_files([CARD], store)) == [(CARD.save_as, b"from the store")]


def test_cyrillic_letters_are_letters_and_what_the_font_lacks_is_left_out() -> None:
    assert drawn(replace(CARD, title="Щётка №5 ₽ «ё» — x")) != drawn(
        replace(CARD, title="№5 ₽ — x")
    )
    assert drawn(replace(CARD, title="Печь 漢字")) == drawn(replace(CARD, title="Печь"))
