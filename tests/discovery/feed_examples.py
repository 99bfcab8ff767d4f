"""Articles, and feeds made of them without a build."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from plugins.company import Company
from plugins.discovery.feed_entries import Telling
from plugins.discovery.feed_list import FeedSettings
from plugins.documents import Document, Site
from plugins.documents.front_matter import MOSCOW
from plugins.listings import ListingSettings
from plugins.pictures import Cover
from tests.audit.subjects import ADDRESS, document
from tests.company.records import COMPANY

FIRST = datetime(2026, 10, 1, 10, tzinfo=MOSCOW)
LISTS, SETTINGS = ListingSettings(), FeedSettings()
PERSON = {
    "key": "li",
    "name": {"ru": "Ли Вэй", "en": "Li Wei"},
    "role": {"ru": "закупки", "en": "purchasing"},
    "about": {"ru": "Закупает.", "en": "Buys."},
}
FIRM = Company.model_validate(
    COMPANY
    | {
        "brand": {"ru": "Печь & Верстак", "en": "Oven & Bench"},
        "tagline": {"ru": "Печи <для кафе>", "en": "Ovens"},
        "people": [PERSON],
    }
)
NEVER_MOVED: Mapping[str, str] = MappingProxyType({})


def article(name: str, day: float = 0, lang: str = "ru", **values: Any) -> Document:
    """An article that came out so many days after the first."""
    moment = FIRST + timedelta(days=day)
    return document(f"{lang}/blog/{name}.md", kind="article", published=moment, **values)


def telling(of: Site, first: Mapping[str, str] = NEVER_MOVED) -> Telling:
    """Where entries come from; bodies are as they were written."""
    return Telling(
        site=of,
        company=FIRM,
        address=ADDRESS,
        first_addresses=first,
        body_of=lambda document: document.body,
        cover_of=lambda _: Cover("share/карточка.png", "image/png", 8000),
        picture_at=str,
    )
