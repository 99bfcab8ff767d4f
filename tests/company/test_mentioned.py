"""Pictures of products and pages of answers are there."""

from datetime import timedelta
from typing import Any

import pytest

from plugins.company import Products, Service
from plugins.company.mentioned import (
    missing_answer_pages,
    missing_product_pictures,
    unfed_pages,
)
from plugins.documents import Document, Status
from plugins.language.problems import Severity
from tests.audit.subjects import NOW, document, site
from tests.company.records import ANSWER, GROUP, PRODUCT, TEXT


def products(*files: str) -> Products:
    """A product for each file, which is its second picture."""
    return Products.model_validate(
        {
            "groups": [GROUP],
            "products": [
                PRODUCT
                | {
                    "sku": f"PV-{number}",
                    "pictures": [{"file": name, "alt": TEXT} for name in ("pictures/a.svg", file)],
                }
                for number, file in enumerate(files)
            ],
        }
    )


def test_a_picture_that_is_not_there_is_found_at_its_line() -> None:
    here = site(files=["pictures/a.svg", "pictures/b.svg"])
    shown = products("pictures/b.svg", "pictures/none.svg", "/pictures/b.svg")
    found = list(missing_product_pictures(here, products=shown, lines={"pictures/none.svg": 7}))

    assert [problem.in_language("en") for problem in found] == [
        "content/data/products.yaml:7: products[2].pictures[2].file: the picture "
        "pictures/none.svg is not there; add the file or mend its name",
        "content/data/products.yaml: products[3].pictures[2].file: the picture "
        "/pictures/b.svg is not there; add the file or mend its name",
    ]
    assert {problem.severity for problem in found} == {Severity.WARNING}


def said_of_answer(*documents: Document) -> list[str]:
    service = Service.model_validate({"checked": "2026-11-14", "answers": [ANSWER]})
    lines = {"pages/payment.md": 31}
    found = missing_answer_pages(site(*documents), service=service, lines=lines)
    return [problem.in_language("en") for problem in found]


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_a_page_of_an_answer_in_one_language_is_enough(lang: str) -> None:
    assert said_of_answer(document(f"{lang}/pages/payment.md")) == []


@pytest.mark.parametrize(
    "documents",
    [
        (),
        (document("ru/pages/pay.md"),),
    ],
)
def test_a_page_of_an_answer_that_is_nowhere(documents: tuple[Document, ...]) -> None:
    assert said_of_answer(*documents) == [
        "content/data/service.yaml:31: answers[1].page: expected a published page, its path "
        "below one of content/ru/, content/en/, got 'pages/payment.md'"
    ]


@pytest.mark.parametrize(
    "stage",
    [{"status": Status.DRAFT}, {"published": NOW + timedelta(days=1)}, {"expires": NOW}],
)
def test_a_page_that_comes_later_or_has_left_stops_nobody(stage: dict[str, Any]) -> None:
    assert said_of_answer(document("ru/pages/payment.md", **stage)) == []


def test_a_page_that_shows_a_data_file_which_is_not_there() -> None:
    page = document("ru/pages/pay.md", "", "Title: A\nTemplate: payment\n\nA", template="payment")
    absent = ["content/data/payments.yaml"]
    (problem,) = unfed_pages(site(page), absent)

    assert problem.in_language("en") == (
        "content/ru/pages/pay.md:2: Template: the page shows content/data/payments.yaml, "
        "which is not there; write the file or change the line"
    )
    assert problem.severity is Severity.WARNING
    assert list(unfed_pages(site(page), ["content/data/returns.yaml"])) == []
