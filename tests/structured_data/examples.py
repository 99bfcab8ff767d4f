"""Facts, pages and a site of a thousand documents, made without Pelican."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from plugins.company import Company, Delivery, Offered, Products, Questions, Returns, offered
from plugins.documents import Document, Site
from plugins.listings import Listing, ListingSettings, breadcrumbs, listings
from plugins.pictures import Album, PictureSettings
from plugins.structured_data import Facts
from plugins.structured_data.page import Page
from tests.company.records import COMPANY, GROUP, PRODUCT, RETURNS, ROUTE, TEXT
from tests.documents.examples import NOW, document, site

ADDRESS = "https://example.com"
PERSON = {
    "key": "vetrova",
    "name": {"ru": "Марина Ветрова", "en": "Marina Vetrova"},
    "role": {"ru": "доставка", "en": "delivery"},
    "about": {"ru": "Ведёт груз.", "en": "Follows the cargo."},
}
PLACES = [
    {"kind": "legal", "postcode": "100000", "text": {"ru": "Москва", "en": "Moscow"}},
    {"kind": "warehouse", "postcode": "140000", "text": {"ru": "Подольск", "en": "Podolsk"}},
]
FIRM = Company.model_validate(COMPANY | {"people": [PERSON], "addresses": PLACES})
SOLD: dict[str, Any] = {
    "PV-1": {"availability": "in-stock", "old_price": "13000"},
    "PV-2": {"availability": "on-order", "vendor": "Завод «Ёлка» & сыновья"},
    "PV-3": {"availability": "out-of-stock", "price": "999999.99"},
}
PRODUCTS = Products.model_validate(
    {
        "prices_until": "2027-01-31",
        "groups": [GROUP],
        "products": [PRODUCT | {"sku": sku} | changes for sku, changes in SOLD.items()],
    }
)
IN_MOSCOW = {"regions": ["RU-MOW", "RU-MOS"], "charge": "2900"}
STOPS = [
    {"node": "accepted"},
    {"node": "packed", "days_from": "4", "days_to": "5"},
    {"node": "in-transit", "days_from": "16", "days_to": "20"},
]
ROUTES = [
    ROUTE | IN_MOSCOW | {"mode": "warehouse"},
    ROUTE | IN_MOSCOW | {"mode": "rail", "charge": "0", "stops": STOPS},
    ROUTE | {"mode": "air", "charge": "100"},
    ROUTE | {"mode": "road", "regions": ["RU-MOS"]},
]
DELIVERY = Delivery.model_validate(
    {
        "checked": "2026-11-14",
        "evidence": TEXT,
        "routes": ROUTES,
        "nodes": [
            {"key": stop["node"], "name": TEXT, "happens": TEXT, "if_late": TEXT} for stop in STOPS
        ],
    }
)
TERMS = Returns.model_validate(RETURNS | {"way_back": "buyer", "ways": ["carrier", "warehouse"]})
ASKED = Questions.model_validate(
    {
        "checked": "2026-11-14",
        "groups": [
            {
                "key": "pay",
                "name": TEXT,
                "questions": [
                    {
                        "question": {"ru": 'Что такое "эскроу"?', "en": 'What is "escrow"?'},
                        "answer": {"ru": "Счёт у третьей стороны.", "en": "An account."},
                    }
                ],
            }
        ],
    }
)
SETTINGS = ListingSettings(per_page=12)


def offer_of(page: Document, pictures: tuple[str, ...] = ("pictures/a.jpg",)) -> Offered | None:
    """The product of a document, with these pictures."""
    return offered(page, PRODUCTS, DELIVERY, ADDRESS, lambda _: pictures)


def facts(**values: Any) -> Facts:
    """The facts of the example firm, changed as a test needs."""
    given: dict[str, Any] = {
        "address": ADDRESS,
        "company": FIRM,
        "products": PRODUCTS,
        "returns": TERMS,
        "questions": ASKED,
        "album": Album(Path("nowhere"), PictureSettings()),
        "offered": offer_of,
        "crumbs": partial(breadcrumbs, settings=SETTINGS),
    }
    return Facts(**{**given, **values})


HOME = document("ru/pages/index.md", kind="home", title="Дома", url="", template="home")
ABOUT = document("ru/pages/about.md", title="О нас", url="o-nas/", template="about")
CONTACTS = document("ru/pages/contacts.md", title="Контакты", template="contacts")
ASKED_PAGE = document("ru/pages/questions.md", title="Вопросы", template="questions")
TERMS_PAGE = document("ru/pages/returns.md", title="Возврат", template="returns")
SEARCH = document("ru/pages/search.md", title="Поиск", template="search")
GLOSSARY = document("ru/pages/glossary.md", title="Словарь", template="glossary")
CATALOG = document("ru/pages/catalog.md", kind="list", title="Товары", lists="products")
BLOG = document("ru/pages/blog.md", kind="list", title="Статьи", lists="articles")
PAGES = (
    HOME,
    ABOUT,
    CONTACTS,
    ASKED_PAGE,
    TERMS_PAGE,
    SEARCH,
    GLOSSARY,
    CATALOG,
    BLOG,
    document("en/pages/index.md", kind="home", title="Home", url="en/", template="home"),
)
TERMS_HTML = '<h2 id="a">Вес</h2><h3 id="gross">Брутто</h3>\n<p>Вместе с <b>ящиком</b>.</p>'


def page(here: Document | Listing, *others: Document, html: str = "", **values: Any) -> Page:
    """A page of a site of the pages above, and of others if a test needs them."""
    known = (*PAGES, *others, *([here] if isinstance(here, Document) else []))
    return Page(site(*dict.fromkeys(known)), here, facts(**values), html)


# What authors, spreadsheets and malice put into titles
HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!-- <script> -->",
    'Кавычки "прямые" и «ёлочки»',
    "A & B &amp; C",
    "Печь 🔥 и семья 👩‍👩‍👧",
    "Строка\u2028и абзац\u2029внутри",
    "Мягкий\u00adперенос и\u00a0пробел",
    "\\u003c/script\\u003e",
    "Ёмкость 10 × GN 1/1, 3/4″",
    "{{ 7 * 7 }} {% raw %}",
)
AUTHORS = ("vetrova", "Марина Ветрова", "Ли Вэй", "", 'Иван "Ваня" <b>Петров</b>')
DOCUMENTS = 1000


def _some(number: int, chance: random.Random) -> Document:
    """A document of a kind by chance, with something hostile in it."""
    kind = chance.choice(("article", "article", "article", "product", "question", "case", "page"))
    day = NOW + timedelta(days=chance.randrange(-900, 90))
    title = f"{chance.choice(HOSTILE)} {number}"
    return document(
        f"ru/{kind}/{number}.md",
        f"<p>{number}</p>",
        kind=kind,
        title=title,
        description=chance.choice(("", chance.choice(HOSTILE))),
        url=f"{kind}/{chance.choice(('', 'кириллица-'))}{number}/",
        template=kind,
        category=chance.choice(("", "Оплата & доставка", "</script>")),
        author=chance.choice(AUTHORS),
        product=chance.choice(("PV-1", "PV-2", "PV-3")) if kind == "product" else "",
        published=day if kind == "article" else None,
        modified=chance.choice((None, _later(day, chance))),
    )


def _later(day: datetime, chance: random.Random) -> datetime:
    return day + timedelta(days=chance.randrange(1, 30))


@lru_cache
def thousand(seed: int = 6) -> Site:
    """A site of a thousand documents beside its pages."""
    chance = random.Random(seed)
    return site(*PAGES, *(_some(number, chance) for number in range(DOCUMENTS)))


def pages_of(whole: Site, known: Facts) -> Iterator[Page]:
    """Every page that visitors get, lists among them."""
    for here in whole.live:
        if here.kind != "list":
            html = TERMS_HTML if here.template == "glossary" else here.body
            yield Page(whole, here, known, html)
    for listing in listings(whole, SETTINGS):
        yield Page(whole, listing, known)
