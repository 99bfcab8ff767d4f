"""Facts for machines: what is wrong with them is said like anything else that is wrong."""

from decimal import Decimal

import pytest

from plugins.company import Company, Delivery, Returns
from plugins.company.offered import brand_of, plain_amount
from plugins.company.products import Product
from tests.company.records import COMPANY, PRODUCT, RETURNS, ROUTE, TEXT, said


@pytest.mark.parametrize("region", ["RU", "RU-Moscow", "Москва"])
def test_a_region_has_a_code(region: str) -> None:
    routes = [ROUTE | {"regions": [region]}]
    (text,) = said(Delivery, {"checked": "2026-11-14", "evidence": TEXT, "routes": routes})
    assert "expected a region of ISO 3166-2, such as RU-MOW (Moscow)" in text


@pytest.mark.parametrize("url", ["vk.com/firm", "http://vk.com/firm", "https://a b"])
def test_a_profile_has_an_address(url: str) -> None:
    (text,) = said(Company, COMPANY | {"profiles": [{"name": TEXT, "url": url}]})
    assert "expected an address such as https://example.com/firm" in text


def test_ways_of_return_are_known_ones() -> None:
    (text,) = said(Returns, RETURNS | {"ways": ["pigeon"]})
    assert "ways" in text


@pytest.mark.parametrize(
    ("amount", "text"),
    [("12500", "12500"), ("12500.00", "12500"), ("12500.5", "12500.50"), ("0", "0")],
)
def test_money_for_machines_has_a_point_and_no_spaces(amount: str, text: str) -> None:
    assert plain_amount(Decimal(amount)) == text


def test_goods_without_a_maker_are_of_the_firms_brand() -> None:
    firm = Company.model_validate(COMPANY | {"brand": {"ru": "Печь", "en": "Oven"}})
    made = Product.model_validate(PRODUCT | {"vendor": "Завод"})

    assert brand_of(made, firm, "en") == "Завод"
    assert brand_of(Product.model_validate(PRODUCT), firm, "en") == "Oven"
