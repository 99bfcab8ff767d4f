"""Who sells through the service: what is registered of a site, all of it values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import quote

from plugins.checkout.keys import Keys


@dataclass(frozen=True)
class Item:
    """A product as the service knows it.

    `names` and `pages` are by language; `price` is that of one unit in minor units, `version`
    its version; a link with another version is stale. What is not `sold` cannot be bought.
    """

    names: Mapping[str, str]
    price: int
    currency: str
    version: str
    pages: Mapping[str, str] = field(default_factory=dict)
    sold: bool = True


@dataclass(frozen=True)
class Merchant:
    """A site: where it stands, whose keys sign its links, what it sells, where buyers return.

    `address` has no slash at its end; all paths begin with one. `returns` are by language and
    outcome; `{sku}` in them is the product's. `goods` are the pages of all goods by language;
    `notify` is the address for notices, empty for none; `grace` is how long after its end a link
    is still taken; `carts` are the pages of the cart by language, for a site that has one.
    """

    name: str
    address: str
    keys: Keys
    catalogue: Mapping[str, Item]
    returns: Mapping[tuple[str, str], str]
    goods: Mapping[str, str]
    notify: str = ""
    grace: timedelta = timedelta(days=3)
    carts: Mapping[str, str] = field(default_factory=dict)

    def return_to(self, lang: str, outcome: str, sku: str = "") -> str:
        """The address of a return page; that of the goods where none is registered.

        Without a sku it is that of a cart.
        """
        path = self.returns.get((lang, outcome)) or self.all(lang)
        if not sku:
            path = path.replace("{sku}/", "")
        return self.address + path.replace("{sku}", sku_in_path(sku))

    def cart_of(self, *langs: str) -> str:
        """The path of the cart in the first language that has one; of all goods without any."""
        carts = self.carts or self.goods
        known = (carts[lang] for lang in (*langs, *carts) if lang in carts)
        return next(known, "/")

    def page_of(self, sku: str, lang: str) -> str:
        """The address of a product's page; that of the goods for a product not known."""
        item = self.catalogue.get(sku)
        pages = item.pages if item else {}
        return self.address + (pages.get(lang) or next(iter(pages.values()), self.all(lang)))

    def all(self, lang: str) -> str:
        """The path of all goods in a language, else in any."""
        return self.goods.get(lang) or next(iter(self.goods.values()), "/")


def sku_in_path(sku: str) -> str:
    """A sku as one folder of an address: «~» stands for a slash, which no sku holds."""
    return quote(sku.replace("/", "~"), safe="~")
