"""The product feed (YML) for Yandex: shop, currency, kinds of goods, offers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from hashlib import sha256

from lxml import etree

from plugins.company.offered import Offered
from plugins.company.products import Group
from plugins.discovery.changed import changed, latest
from plugins.discovery.offer_elements import add_offer, add_text
from plugins.discovery.xml_text import writable

# Product search takes roubles only, and texts in Russian
CURRENCY, LANG = "RUB", "ru"
CATEGORY_DIGITS = 10**9


@dataclass(frozen=True)
class Shop:
    """Who sells: its name, its full name, the whole address of its home page."""

    name: str
    company: str
    url: str


def product_feed(shop: Shop, offers: Iterable[Offered], now: datetime) -> bytes:
    """The feed at a moment: what a page says now, the feed says of the same moment.

    Its date is that of the week or of its facts, not that of the build, so that a release in
    which nothing changed sends nothing.
    """
    goods = tuple(offer for offer in offers if may_be_offered(offer))
    root = etree.Element("yml_catalog", date=facts_at(goods, now).isoformat(timespec="seconds"))
    told = etree.SubElement(root, "shop")
    for name, text in (("name", shop.name), ("company", shop.company), ("url", shop.url)):
        add_text(told, name, text)
    etree.SubElement(etree.SubElement(told, "currencies"), "currency", id=CURRENCY, rate="1")
    _categories(told, goods)
    offered = etree.SubElement(told, "offers")
    for offer in goods:
        add_offer(offered, offer, category_id(offer.groups[-1].key), shop.name, now.date())
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return data


def facts_at(goods: Iterable[Offered], now: datetime) -> datetime:
    """As of when the feed speaks: Monday of this week, or the day of its latest facts after that.

    So a feed is never ten days old, which Yandex Market refuses, and is sent anew once a week.
    """
    monday = datetime.combine(now.date() - timedelta(days=now.weekday()), time(), now.tzinfo)
    moments = [m for offer in goods for m in (changed(offer.document, now), _checked(offer, now))]
    return min(latest([monday, *moments]) or now, now)


def _checked(offer: Offered, now: datetime) -> datetime:
    return datetime.combine(offer.product.checked, time(), now.tzinfo)


def may_be_offered(offer: Offered) -> bool:
    """Whether the feed may name a product: it can be had, and nothing required lacks."""
    return offer.availability != "out-of-stock" and not lacking(offer)


def lacking(offer: Offered) -> tuple[str, ...]:
    """What a feed requires and a product has not: pictures, description."""
    found = {"pictures": offer.pictures, "description": writable(offer.description).strip()}
    return tuple(name for name, value in found.items() if not value)


def category_id(key: str) -> str:
    """The number of a kind of goods: made of its key, so that it stays whatever is added."""
    return str(1 + int(sha256(key.encode()).hexdigest(), 16) % CATEGORY_DIGITS)


def _categories(shop: etree._Element, goods: Sequence[Offered]) -> None:
    """Each kind that is offered and those above it, the wider first."""
    groups: dict[str, Group] = {g.key: g for offer in goods for g in offer.groups}
    told = etree.SubElement(shop, "categories")
    for group in groups.values():
        category = add_text(told, "category", group.name.in_language(LANG))
        category.set("id", category_id(group.key))
        if group.parent is not None:
            category.set("parentId", category_id(group.parent))
