from dataclasses import replace

import pytest

from plugins.audit.checks.return_page_missing import return_page_missing
from plugins.audit.sale import Sale
from plugins.checkout import CheckoutSettings
from plugins.checkout.making import checkout_of
from plugins.documents import Document
from tests.audit.subjects import ADDRESS, NOW, document, found, subject

OUTCOMES = ("paid", "failed", "cancelled", "expired", "already-paid")
KETTLE = document("ru/products/kettle.md", kind="product", product="K-1")


def pages(*templates: str) -> list[Document]:
    return [document(f"ru/pages/{name}.md", template=name) for name in templates]


def judged(*documents: Document, off: bool = False) -> list[str]:
    checkout = checkout_of(CheckoutSettings(off=off), None, (), ADDRESS, NOW)
    looked_at = replace(subject(documents=documents), sale=Sale(checkout))
    return [finding[4] for finding in found(return_page_missing, looked_at)]


def test_goods_without_pages_for_buyers_who_come_back() -> None:
    assert judged(KETTLE, *pages(*OUTCOMES[1:])) == [
        "no page with Template: paid for buyers who come back"
    ]


@pytest.mark.parametrize("documents", [[KETTLE, *pages(*OUTCOMES)], pages("paid")])
def test_nothing_is_missing(documents: list[Document]) -> None:
    assert judged(*documents) == []


def test_a_checkout_that_is_off_needs_none() -> None:
    assert judged(KETTLE, off=True) == []
