"""What a built site says of a product, read in each place as its own readers read it.

Nothing here calls the site's functions: that would compare them with themselves.
"""

import base64
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any
from urllib.parse import unquote

from lxml import etree, html

from tests.microdata import Item, of_type

Output = Mapping[str, bytes]
SCHEMA = "https://schema.org/"
# What a visitor reads beside the price, and what search engines call it
STATES = {
    "Есть на складе": "InStock", "Под заказ из Китая": "BackOrder", "Нет в наличии": "OutOfStock",
    "In stock": "InStock", "On order from China": "BackOrder", "Out of stock": "OutOfStock",
}  # fmt: skip
_QUOTES = str.maketrans({"«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "\u2011": "-"})
_JOINERS = dict.fromkeys(map(ord, "\u2060\u200b\u00ad"))


@dataclass(frozen=True)
class Facts:
    """A product as one place tells it; None is what that place does not tell.

    `pictures` are paths without size and format: a drawing and the bitmap made of it are one.
    """

    name: str | None
    price: Decimal | None
    currency: str | None
    availability: str | None
    url: str | None
    pictures: tuple[str, ...] | None


def words(text: str) -> str:
    """A text without what only typography adds."""
    return " ".join(text.translate(_QUOTES).translate(_JOINERS).split())


def picture(address: str) -> str:
    """`https://firm.ru/pictures/oven.0a1b-640.jpg` is the picture `pictures/oven`."""
    path = re.sub(r"^https?://[^/]+", "", address).lstrip("/")
    return path.rpartition("/")[0] + "/" + path.rpartition("/")[2].split(".")[0]


def product_pages(output: Output) -> Iterator[str]:
    """The paths of the pages of products: those that show a price of their own."""
    for path, page in output.items():
        if path.endswith("index.html") and b'<main id="main_" class="product"' in page:
            yield path


def address_of(page: bytes) -> str:
    """The address that a page calls its own."""
    (canonical,) = html.document_fromstring(page.decode()).xpath('//link[@rel="canonical"]/@href')
    return str(canonical)


def seen(page: bytes) -> Facts:
    """What a visitor reads on the page of a product."""
    root = html.document_fromstring(page.decode())
    (price,) = root.xpath('//main//*[@class="price"]')
    (state,) = root.xpath('//main//*[starts-with(@class, "state ")]')
    amount, currency = money(price.text_content())
    shown = root.xpath("//main//figure//img/@src")
    return Facts(
        name=words(root.xpath("//h1")[0].text_content()),
        price=amount,
        currency=currency,
        availability=STATES[words(state.text_content()).split(":")[0]],
        url=address_of(page),
        pictures=tuple(picture(src) for src in shown),
    )


def money(text: str) -> tuple[Decimal, str]:
    """«12 500,50 ₽» and “₽12,500.50”: 12500.50 roubles."""
    text = "".join(text.split())
    assert "₽" in text, text
    digits = text.strip("₽")
    english = text.startswith("₽")
    digits = digits.replace(",", "") if english else digits.replace(",", ".")
    return Decimal(digits), "RUB"


def in_microdata(page: bytes) -> Facts | None:
    """What the microdata of a product's page say; None where they say nothing."""
    products = of_type(page, address_of(page), "Product")
    if not products:
        return None
    (product,) = products
    offer = product.item("offers")
    assert offer.type == "Offer"
    return _facts(product, offer, product.texts("image"))


def in_catalogue(output: Output, url: str) -> Facts | None:
    """What the microdata of the catalogue say of the product at an address."""
    for path, page in output.items():
        if path.endswith("index.html") and b"schema.org/OfferCatalog" in page:
            (catalogue,) = of_type(page, address_of(page), "OfferCatalog")
            for offer in catalogue.items("itemListElement"):
                if offer.text("url") == url:
                    return _facts(offer, offer, offer.texts("image"))
    return None


def _facts(named: Item, offer: Item, pictures: list[str]) -> Facts:
    return Facts(
        name=words(named.text("name")),
        price=Decimal(offer.text("price")),
        currency=offer.text("priceCurrency"),
        availability=offer.text("availability").removeprefix(SCHEMA),
        url=offer.text("url"),
        pictures=tuple(map(picture, pictures)),
    )


def in_json_ld(page: bytes) -> Facts | None:
    """What the JSON-LD of a product's page says; None without JSON-LD."""
    root = html.document_fromstring(page.decode())
    scripts = root.xpath('//script[@type="application/ld+json"]')
    nodes: list[dict[str, Any]] = [n for s in scripts for n in json.loads(s.text)["@graph"]]
    by_id = {node["@id"]: node for node in nodes if "@id" in node}
    product = next((node for node in nodes if node["@type"] == "Product"), None)
    if product is None:
        return None
    offer = product["offers"]
    offer = by_id.get(offer["@id"], offer) if len(offer) == 1 else offer
    images = product.get("image", [])
    images = images if isinstance(images, list) else [images]
    whole = (by_id.get(i["@id"], i) if isinstance(i, dict) else {"url": i} for i in images)
    return Facts(
        name=words(product["name"]),
        price=Decimal(str(offer["price"])),
        currency=offer["priceCurrency"],
        availability=offer["availability"].removeprefix(SCHEMA),
        url=offer["url"],
        pictures=tuple(picture(node.get("contentUrl") or node["url"]) for node in whole),
    )


def in_feed(output: Output, url: str) -> Facts | None:
    """What a product feed (YML) says of the product at an address; None where no feed has it."""
    for path, data in output.items():
        if path.endswith((".xml", ".yml")) and b"<yml_catalog" in data[:500]:
            for offer in etree.fromstring(data).iter("offer"):
                if unquote(offer.findtext("url")) == url:
                    return Facts(
                        name=words(offer.findtext("name")),
                        price=Decimal(offer.findtext("price")),
                        currency=offer.findtext("currencyId").replace("RUR", "RUB"),
                        availability=None,
                        url=url,
                        pictures=tuple(picture(each.text) for each in offer.iter("picture")),
                    )
    return None


def in_link(page: bytes) -> Facts | None:
    """What the signed link of a product's page charges; None where nothing can be bought."""
    for href in html.document_fromstring(page.decode()).xpath('//main//a[@class="button"]/@href'):
        if "?t=" in href:
            payload = href.partition("?t=")[2].split(".")[1]
            said = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
            path = re.sub(r"^https?://[^/]+", "", address_of(page))
            assert said["u"] == path, said
            amount = Decimal(said["p"]) / 100
            return Facts(None, amount, said["c"], None, None, None)
    return None


def differences(told: Mapping[str, Facts | None]) -> list[str]:
    """A line for each fact that two places tell differently, or that is told twice at once."""
    found = []
    for name in (field.name for field in fields(Facts)):
        values = {place: getattr(facts, name) for place, facts in told.items() if facts}
        values = {place: value for place, value in values.items() if value is not None}
        if len(set(values.values())) > 1:
            found.append(f"{name}: {values}")
    return found
