"""What we sell and for how much (products.yaml); the texts are Markdown, joined by the sku."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, field_validator
from pydantic_core.core_schema import ValidationInfo

from plugins.company.keys import once
from plugins.company.localized import Localized
from plugins.company.moments import Date
from plugins.company.picture import Picture
from plugins.company.requisites import TnVed
from plugins.data_errors import must_be
from plugins.data_files import Record
from plugins.language.messages import message

Price = Annotated[Decimal, Field(gt=0, max_digits=14, decimal_places=2)]


class Availability(StrEnum):
    """Whether it can be had now."""

    IN_STOCK = "in-stock"
    ON_ORDER = "on-order"
    OUT_OF_STOCK = "out-of-stock"


class Certificate(Record):
    """A document that proves conformity, and the day it ends."""

    name: Localized
    number: str
    until: Date


class Feature(Record):
    """A line of the specification."""

    name: Localized
    value: Localized


class Product(Record):
    """One thing that is sold. Prices are in `currency`, VAT included, for one `unit`."""

    sku: str = Field(min_length=1)
    group: Literal["kitchen", "workshop"]
    price: Price
    old_price: Price | None = None
    currency: Literal["RUB"] = "RUB"
    unit: Localized
    availability: Availability
    pictures: tuple[Picture, ...] = ()
    tnved: TnVed
    certificates: tuple[Certificate, ...] = ()
    specification: tuple[Feature, ...] = ()
    checked: Date

    @field_validator("old_price")
    @classmethod
    def _old_price_is_higher(cls, old: Decimal | None, info: ValidationInfo) -> Decimal | None:
        if old is not None and "price" in info.data and old <= info.data["price"]:
            raise must_be(message("more than the price"))
        return old


_EACH_SKU_ONCE = once("sku", message("a sku that no product above has"))


class Products(Record):
    """The price list."""

    products: Annotated[tuple[Product, ...], _EACH_SKU_ONCE]

    @cached_property
    def by_sku(self) -> Mapping[str, Product]:
        """Sku to product, in the order of the file."""
        return {product.sku: product for product in self.products}
