"""Queries with the capitals that their names have in a text."""

import pytest

from plugins.keywords.capitals import names_in, with_capitals

TEXTS = (
    "Оплата по СБП и картой. Платите по СБП, а ФГИС ищите в реестре.",
    "В «Печь и Верстак» звоните по будням. Купите верстак, хороший верстак.",
    "Обмен с 1С, но не с iPhone.",
)


@pytest.mark.parametrize(
    ("query", "written"),
    [
        ("доставка из китая в москву", "доставка из Китая в Москву"),
        ("склад в ростове-на-дону", "склад в Ростове-на-Дону"),
        ("ставка ндс", "ставка НДС"),
        ("болты по госту", "болты по ГОСТу"),
        ("доставка сдэком", "доставка СДЭКом"),
        ("лимит сбп", "лимит СБП"),
        ("обмен с 1с", "обмен с 1С"),
        ("чехол для iphone", "чехол для iPhone"),
        ("декларация тр тс", "декларация ТР ТС"),
        ("растаможка станка", "растаможка станка"),
        ("верстак", "верстак"),
        ("орёл", "орёл"),
        ("Лимит СБП", "Лимит СБП"),
    ],
)
def test_russian(query: str, written: str) -> None:
    assert with_capitals(query, names_in(TEXTS)) == written


def test_english_is_written_as_the_site_writes_it_inside_sentences() -> None:
    texts = ["Delivery from China to Russia. Moscow is near.", "We pay VAT, then more vat, VAT."]

    written = with_capitals("delivery to moscow from china with vat", names_in(texts), "en")

    assert written == "delivery to moscow from China with VAT"
