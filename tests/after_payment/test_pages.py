"""Return pages as they are built: what was chosen, why it failed, what next; nothing by script."""

import json
import re

import pytest

from plugins.after_payment import OUTCOMES, failure_pages, outcome_pages
from plugins.after_payment.registration import registration
from plugins.checkout.answers import FAILURES
from plugins.checkout.answers import OUTCOMES as AGREED
from plugins.documents import Document
from plugins.language.problems import ProblemsFound
from plugins.payment_service.merchants import sku_in_path
from tests.documents.examples import document, site
from tests.sites import ROOT

FAILED = document("ru/pages/payment-failed.md", template="failed", url="ne-proshla/")
PAID = document("ru/pages/paid.md", template="paid", url="oplacheno/")
GOODS = document("ru/pages/catalog.md", kind="list", lists="products", url="products/")


def product(sku: str) -> Document:
    return document(f"ru/products/{len(sku)}.md", kind="product", product=sku)


def test_the_outcomes_are_those_of_the_contract() -> None:
    assert set(OUTCOMES.values()) == set(AGREED)


def test_a_failure_has_a_page_for_each_product() -> None:
    pages = failure_pages(site(FAILED, product("K-1"), product("Печь/2")))
    assert [page.document.url for page in pages] == ["ne-proshla/K-1/", "ne-proshla/Печь~2/"]
    assert [page.document.save_as for page in pages] == [
        "ne-proshla/K-1/index.html",
        "ne-proshla/Печь~2/index.html",
    ]


def test_the_service_finds_the_folder_of_a_sku() -> None:
    assert sku_in_path("K-1") == "K-1"
    assert sku_in_path("Печь/2") == "%D0%9F%D0%B5%D1%87%D1%8C~2"


def test_without_a_page_of_failures_there_are_none() -> None:
    assert failure_pages(site(PAID, product("K-1"))) == ()


def test_what_the_service_registers() -> None:
    said = json.loads(registration(site(PAID, FAILED, GOODS), "Чайники"))
    assert said == {
        "name": "Чайники",
        "goods": {"ru": "/products/"},
        "returns": {"ru": {"success": "/oplacheno/", "failure": "/ne-proshla/{sku}/"}},
    }


def test_pages_of_outcomes_are_kept_from_search_engines() -> None:
    for template in OUTCOMES:
        assert not document(template=template).indexed
    assert outcome_pages(site(PAID))[("ru", "success")] is PAID


def test_every_reason_of_the_contract_has_its_words() -> None:
    template = (ROOT / "theme/templates/failed.html").read_text("utf-8")
    assert tuple(re.findall(r'^  \("([a-z0-9]+)", _\(', template, re.MULTILINE)) == FAILURES


def test_settings_of_an_older_version_read_what_to_do() -> None:
    with pytest.raises(ProblemsFound) as problems:
        from plugins.after_payment import Reminders  # noqa: F401
    assert "kind: reminder" in problems.value.in_language("ru")
    assert "pelicanconf.py: REMINDERS: " in problems.value.in_language("en")
    with pytest.raises(ImportError):
        from plugins.after_payment import Reminder  # noqa: F401
