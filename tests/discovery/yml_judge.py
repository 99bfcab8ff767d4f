"""A judge of the product feed of its own: a grammar, and what no grammar knows.

It reads files and pages only, and calls nothing of what made them.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from io import BytesIO
from urllib.parse import unquote

from lxml import etree
from PIL import Image

from tests import product_facts
from tests.discovery.feed_judge import Files, _file, grammar

PATH = "yml.xml"
OLDEST = timedelta(days=10)
NARROWEST = 300


def faults(files: Files, address: str, now: datetime) -> list[str]:
    """Everything wrong with the product feed of a built site."""
    wrong = grammar(files[PATH], "yml")
    if wrong:
        return wrong
    root = etree.fromstring(files[PATH])
    found = [*_date(root, now), *_categories(root), *_unique(root)]
    if root.findtext("shop/url") != address:
        found.append("the address of the shop")
    for offer in root.iter("offer"):
        said = [*_offer(offer), *_pages(offer, files, address), *_pictures(offer, files, address)]
        found += [f"{offer.get('id')}: {each}" for each in said]
    return found + list(_left_out(root, files))


def _date(root: etree._Element, now: datetime) -> Iterator[str]:
    moment = datetime.fromisoformat(root.get("date"))
    if not now - OLDEST < moment <= now:
        yield f"the date {moment}"
    if moment.utcoffset() != timedelta(hours=3):
        yield "not the time of Moscow"


def _categories(root: etree._Element) -> Iterator[str]:
    """Categories are a tree, each below one that stands above it in the file."""
    above: set[str] = set()
    for category in root.iter("category"):
        parent = category.get("parentId")
        if parent is not None and parent not in above:
            yield f"category {category.get('id')}: no parent {parent}"
        if category.get("id") in above:
            yield f"category {category.get('id')}: twice"
        above.add(category.get("id"))
    for offer in root.iter("offer"):
        if offer.findtext("categoryId") not in above:
            yield f"{offer.get('id')}: no category {offer.findtext('categoryId')}"


def _unique(root: etree._Element) -> Iterator[str]:
    for name, values in (
        ("id", [offer.get("id") for offer in root.iter("offer")]),
        ("url", [offer.findtext("url") for offer in root.iter("offer")]),
    ):
        yield from (
            f"{name} {each}: twice" for each in sorted({v for v in values if values.count(v) > 1})
        )


def _offer(offer: etree._Element) -> Iterator[str]:
    old = offer.findtext("oldprice")
    if old is not None and Decimal(old) <= Decimal(offer.findtext("price")):
        yield "the old price is no higher"
    for name in ("delivery-options", "pickup-options"):
        options = [(o.get("days"), o.get("cost")) for o in offer.iterfind(f"{name}/option")]
        if len(options) > 5:
            yield f"{name}: more than five"
        for at, values in enumerate(zip(*options, strict=True)):
            if len(set(values)) < len(values):
                yield f"{name}: two options of the same {('days', 'cost')[at]}"
        for days, _cost in options:
            first, _, last = days.partition("-")
            if last and int(last) <= int(first):
                yield f"{name}: days {days}"


def _pages(offer: etree._Element, files: Files, address: str) -> Iterator[str]:
    """The page is there, and a visitor reads on it what the feed says."""
    page = files.get(_file(offer.findtext("url"), address))
    if page is None:
        yield f"{offer.findtext('url')} is no page of the site"
        return
    seen = product_facts.seen(page)
    if seen.price != Decimal(offer.findtext("price")):
        yield f"price {offer.findtext('price')}, on the page {seen.price}"
    if seen.name != product_facts.words(offer.findtext("name")):
        yield f"name {offer.findtext('name')}, on the page {seen.name}"
    if (seen.availability == "InStock") != (offer.get("available") == "true"):
        yield f"available {offer.get('available')}, on the page {seen.availability}"


def _pictures(offer: etree._Element, files: Files, address: str) -> Iterator[str]:
    for picture in offer.iter("picture"):
        data = files.get(_file(picture.text, address))
        if data is None:
            yield f"{picture.text} is not there"
        elif Image.open(BytesIO(data), formats=("JPEG", "PNG")).width < NARROWEST:
            yield f"{picture.text} is too small"


def _left_out(root: etree._Element, files: Files) -> Iterator[str]:
    """Whatever can be had, is shown and is described stands in the feed."""
    offered = {unquote(offer.findtext("url")) for offer in root.iter("offer")}
    for path in product_facts.product_pages(files):
        seen = product_facts.seen(files[path])
        described = b'<meta name="description"' in files[path]
        whole = seen.availability != "OutOfStock" and seen.pictures and described
        if not path.startswith("en/") and bool(whole) != (seen.url in offered):
            yield f"{seen.url}: {'left out' if whole else 'offered'}"
