from dataclasses import replace
from typing import Any

import pytest

from plugins.audit.checks.not_in_product_feed import not_in_product_feed
from plugins.language.problems import Severity
from tests.audit.subjects import Found, found, subject
from tests.discovery.product_examples import offer


def judged(**changes: Any) -> list[Found]:
    return found(not_in_product_feed, replace(subject(), offers=(offer(**changes),)))


def test_goods_with_all_that_is_demanded_have_no_finding() -> None:
    assert judged() == []


@pytest.mark.parametrize("lacks", [{"pictures": ()}, {"description": ""}])
def test_goods_that_the_feed_leaves_out_are_named(lacks: dict[str, Any]) -> None:
    said = "the product feed leaves this product out"

    assert judged(**lacks) == [
        ("not-in-product-feed", Severity.WARNING, "content/ru/products/x.md", 1, said)
    ]


def test_what_nobody_can_have_need_not_be_found() -> None:
    assert judged(pictures=(), availability="out-of-stock") == []
