"""Goods and their texts find each other; the example firm is never published."""

from collections.abc import Mapping
from types import MappingProxyType

import pytest

from plugins.company import Company
from plugins.company.example import example_problems
from plugins.company.texts import unpaired
from plugins.documents import Document, Status
from tests.audit.subjects import document, site

LINES: Mapping[str, int] = MappingProxyType({"A": 2, "B": 7})


def text_of(sku: str, name: str, lang: str = "ru", **values: Status) -> Document:
    return document(f"{lang}/products/{name}.md", kind="product", product=sku, **values)


def said(*documents: Document, skus: Mapping[str, int] = LINES) -> list[str]:
    return [problem.in_language("en") for problem in unpaired(site(*documents), skus)]


BOTH = (text_of("A", "a"), text_of("B", "b"))


@pytest.mark.parametrize(
    "documents",
    [
        BOTH,
        (*BOTH, text_of("A", "a", "en")),
        (*BOTH, document("ru/pages/index.md")),
        (BOTH[0], text_of("B", "b", "en")),
        (BOTH[0], text_of("B", "b", status=Status.DRAFT)),
    ],
    ids=["a text each", "and a translation", "and a page", "in English only", "a draft"],
)
def test_every_product_has_its_text(documents: tuple[Document, ...]) -> None:
    assert said(*documents) == []


def test_a_product_without_a_text() -> None:
    assert said(BOTH[0]) == [
        "content/data/products.yaml:7: B: expected a text with «Product: B» "
        "in content/ru/products, got nothing"
    ]


def test_a_text_without_a_product() -> None:
    assert said(*BOTH, text_of("C", "c", "en")) == [
        "content/en/products/c.md:1: Product: expected a sku of content/data/products.yaml (A, B), "
        "got 'C'"
    ]


def test_the_line_is_that_of_the_key() -> None:
    markdown = "Title: C\nDate: 2026-11-22\nProduct: C\n\nText\n"
    written = document("ru/products/c.md", markdown=markdown, kind="product", product="C")

    assert said(*BOTH, written) == [
        "content/ru/products/c.md:3: Product: "
        "expected a sku of content/data/products.yaml (A, B), got 'C'"
    ]


def test_two_texts_of_one_language_for_one_product() -> None:
    assert said(*BOTH, text_of("A", "again")) == [
        "content/ru/products/again.md:1: Product: "
        "content/ru/products/a.md describes this product already"
    ]


def test_everything_that_does_not_match_is_said_at_once() -> None:
    assert len(said(text_of("C", "c"), text_of("A", "a"), text_of("A", "b"))) == 3


def test_no_goods_at_all_are_right() -> None:
    assert said(document("ru/pages/index.md"), skus={}) == []


def test_the_example_company_is_refused() -> None:
    example = Company.model_construct(example=True)  # type: ignore[call-arg]

    assert [problem.in_language("en") for problem in example_problems(site(), example)] == [
        "content/data/company.yaml: example: the company is the shipped example; "
        "put your own facts here and example: false"
    ]


def test_a_company_of_ones_own_is_published() -> None:
    own = Company.model_construct(example=False, site="https://firm.ru")  # type: ignore[call-arg]

    assert list(example_problems(site(), own)) == []
