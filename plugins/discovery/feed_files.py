"""Every feed of a site as a file, from its settings."""

from collections.abc import Iterator, Mapping
from datetime import datetime, time
from functools import partial
from typing import Any
from urllib.parse import unquote

from plugins.company.offered import Offered, all_offered
from plugins.discovery.changed import changed, latest
from plugins.discovery.dzen import dzen, for_dzen
from plugins.discovery.feed_entries import BodyOf, Telling, entry_of, first_addresses
from plugins.discovery.feed_formats import Head, atom, rss
from plugins.discovery.feed_list import (
    DZEN,
    PRODUCTS,
    Feed,
    FeedSettings,
    all_feeds,
    dzen_lang,
    sells,
)
from plugins.discovery.product_feed import LANG, Shop, product_feed
from plugins.discovery.xml_text import as_uri, writable
from plugins.documents import Site
from plugins.documents.front_matter import MOSCOW
from plugins.language.messages import message
from plugins.pictures import Album, Drawing, cover_of, in_pixels

File = tuple[str, bytes]


def feed_files(site: Site, settings: Mapping[str, Any], body_of: BodyOf) -> Iterator[File]:
    """Path and bytes of each feed; `body_of` is an article's HTML with whole addresses."""
    chosen: FeedSettings = settings["FEEDS"]
    telling = _telling(site, settings, body_of)
    found = tuple(all_feeds(site, settings["LISTINGS"], chosen))
    recent = tuple(for_dzen(site, dzen_lang(site))) if chosen.dzen else ()
    documents = dict.fromkeys([*(d for feed in found for d in feed.documents), *recent])
    # Made once, however many feeds hold it
    told = {document: entry_of(document, telling) for document in documents}
    for feed in found:
        head, entries = head_of(feed, telling), [told[d] for d in feed.documents]
        yield feed.atom, atom(head, entries, telling.at(feed.atom))
        yield feed.rss, rss(head, entries, telling.at(feed.rss))
    if chosen.dzen and dzen_lang(site):
        whole = next(feed for feed in found if feed.lang == dzen_lang(site))
        entries = [told[document] for document in recent]
        yield DZEN, dzen(head_of(whole, telling), entries, telling.at(DZEN), chosen.dzen_tells)
    if chosen.products and sells(site):
        yield PRODUCTS, _product_feed(site, settings)


def head_of(feed: Feed, telling: Telling) -> Head:
    """What a feed says of itself: it is as new as what it holds, whenever it was built."""
    company, lang, subject = telling.company, feed.lang, feed.category
    title, about = company.brand.in_language(lang), company.tagline.in_language(lang)
    if subject:
        title = f"{title}: {subject}"
        words = message("All articles on the subject “%(subject)s”, newest first.", subject=subject)
        about = words.in_language(lang)
    # Without articles it is as old as the facts of the firm
    empty = datetime.combine(company.checked, time(), MOSCOW)
    updated = latest(changed(d, telling.site.now) for d in feed.documents) or empty
    return Head(lang, writable(title), writable(about), telling.at(feed.url), updated)


def _telling(site: Site, settings: Mapping[str, Any], body_of: BodyOf) -> Telling:
    company, products, album = (settings[name] for name in ("COMPANY", "PRICE_LIST", "ALBUM"))
    address = settings["SITE_ADDRESS"]
    return Telling(
        site=site,
        company=company,
        address=address,
        first_addresses=first_addresses(settings["PUBLISHED"]),
        body_of=body_of,
        cover_of=partial(cover_of, site, album=album, company=company, products=products),
        picture_at=partial(_in_pixels, site=site, album=album, address=f"{address}/"),
    )


def _in_pixels(url: str, site: Site, album: Album, address: str) -> str:
    """The address of a drawing's pixels for that of the drawing; any other address as it is."""
    path = unquote(url.removeprefix(address))
    if not path.endswith(".svg") or path not in site.files:
        return url
    drawing = album.look(path).picture
    return as_uri(address + in_pixels(drawing, album)) if isinstance(drawing, Drawing) else url


def _product_feed(site: Site, settings: Mapping[str, Any]) -> bytes:
    company, address = settings["COMPANY"], settings["SITE_ADDRESS"]
    shop = Shop(company.brand.in_language(LANG), company.legal_name.in_language(LANG), address)
    return product_feed(shop, offers_fed(site, settings), site.now)


def offers_fed(site: Site, settings: Mapping[str, Any]) -> Iterator[Offered]:
    """The goods that the product feed is made of, none where there is no such feed."""
    if settings["FEEDS"].products:
        yield from all_offered(site, LANG, settings["OFFERED"])
