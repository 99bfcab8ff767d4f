"""What we sell and for how much (products.yaml); the texts are Markdown, joined by the sku."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, field_validator
from pydantic_core.core_schema import ValidationInfo

from plugins.company.keys import EACH_KEY_ONCE, Key, once
from plugins.company.localized import Localized
from plugins.company.moments import Date
from plugins.company.picture import Picture
from plugins.company.requisites import TnVed
from plugins.data_errors import must_be, wrong_items
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


class Group(Record):
    """A kind of goods; `parent` is the key of the wider kind, if there is one."""

    key: Key
    name: Localized
    parent: Key | None = None


class Product(Record):
    """One thing that is sold. Prices are in `currency`, VAT included, for one `unit`.

    `vendor` is whose name stands on it; without one it is sold under the firm's own brand.
    """

    sku: str = Field(min_length=1)
    group: Key
    vendor: str = ""
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


def _a_tree(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """Each parent stands above its children, so that no group is its own ancestor."""
    above: set[str] = set()
    orphans = []
    for number, group in enumerate(groups):
        if group.parent is not None and group.parent not in above:
            what = message("the key of a group above this one")
            orphans.append(((number, "parent"), what, group.parent))
        above.add(group.key)
    if orphans:
        raise wrong_items(orphans)
    return groups


class Products(Record):
    """The price list: kinds of goods, goods, and the last day on which its prices hold."""

    prices_until: Date | None = None
    groups: Annotated[tuple[Group, ...], EACH_KEY_ONCE, AfterValidator(_a_tree)] = ()
    products: Annotated[tuple[Product, ...], _EACH_SKU_ONCE]

    @field_validator("products")
    @classmethod
    def _in_groups(cls, products: tuple[Product, ...], info: ValidationInfo) -> tuple[Product, ...]:
        keys = [group.key for group in info.data.get("groups", ())]
        what = message("one of groups (%(keys)s)", keys=", ".join(keys))
        strangers = [(n, p.group) for n, p in enumerate(products) if p.group not in keys]
        if "groups" in info.data and strangers:
            raise wrong_items(((number, "group"), what, group) for number, group in strangers)
        return products

    @cached_property
    def by_sku(self) -> Mapping[str, Product]:
        """Sku to product, in the order of the file."""
        return {product.sku: product for product in self.products}

    def path_of(self, product: Product) -> tuple[Group, ...]:
        """The groups that a product belongs to, the widest first."""
        by_key = {group.key: group for group in self.groups}
        path = [by_key[product.group]]
        while path[0].parent is not None:
            path.insert(0, by_key[path[0].parent])
        return tuple(path)
