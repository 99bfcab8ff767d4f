"""The title of a page in search results: a pattern for each kind, the brand where it fits."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from math import ceil
from types import MappingProxyType
from typing import get_args

from plugins.company import Company
from plugins.discovery.title_width import pixels
from plugins.documents import Document, Site
from plugins.documents.document import Kind
from plugins.language.messages import Message, message
from plugins.language.problems import Problem, ProblemsFound, expected
from plugins.listings import Listing, ListingSettings, breadcrumbs
from plugins.listings.listing import LISTED

KINDS = (*get_args(Kind), *LISTED, "category")
PLACES = ("title", "section", "brand", "tagline")
# A brand is added up to so many letters, as they stand in the page; judges of HTML ask for it
LONGEST = 70
_PLACE = re.compile(r"\{(\w*)\}|[{}]")
PATTERNS: Mapping[str, str] = MappingProxyType(
    {"home": "{brand} — {tagline}", "category": "{title} — {section}"}
)


@dataclass(frozen=True)
class TitleSettings:
    """The setting TITLES: what titles are made of.

    `patterns` are by kind of page (articles, products, cases and category are lists), `pattern`
    is that of the others; `{title}` is the page's heading, `{section}` the short name of what it
    stands below. `ending` follows where the pattern has no `{brand}` and the whole is at most
    `pixels` wide in letters of `letters` pixels: about there search engines cut. What is wrong
    with a pattern ends the build.
    """

    patterns: Mapping[str, str] = field(default_factory=lambda: PATTERNS)
    pattern: str = "{title}"
    ending: str = " — {brand}"
    pixels: int = 600
    letters: int = 18

    def __post_init__(self) -> None:
        """Raise ProblemsFound with every pattern that cannot be filled in."""
        texts = {"pattern": self.pattern, "ending": self.ending, **self.patterns}
        kind = message("a kind of pages (%(kinds)s)", kinds=", ".join(KINDS))
        unknown = [
            Problem("TITLES", 0, "patterns", expected(kind, f"'{k}'"))
            for k in self.patterns
            if k not in KINDS
        ]
        wrong = [Problem("TITLES", 0, k, w) for k, t in texts.items() if (w := _wrong(t))]
        if unknown or wrong:
            raise ProblemsFound([*unknown, *wrong])

    def width(self, title: str) -> int:
        """How many pixels a title takes."""
        return ceil(pixels(title, self.letters))

    def fits(self, title: str) -> bool:
        """Whether search results show a title whole."""
        return self.width(title) <= self.pixels


def _wrong(pattern: str) -> Message | None:
    """Why a pattern cannot be filled in; None where it can."""
    strange = next((m[0] for m in _PLACE.finditer(pattern) if m[1] not in PLACES), None)
    if strange is None and pattern.strip():
        return None
    places = ", ".join(f"{{{place}}}" for place in PLACES)
    what = message("text with any of these places: %(places)s", places=places)
    return expected(what, f"'{strange or pattern}'")


def page_title(
    site: Site,
    here: Document | Listing,
    by: TitleSettings,
    company: Company,
    listings: ListingSettings,
) -> str:
    """The title of a page's head, plain text on one line."""
    number = here.number if isinstance(here, Listing) else 1
    above = breadcrumbs(site, here, listings)[: -2 if number > 1 else -1]
    facts = {
        "title": here.title,
        "section": above[-1].name if above else here.title,
        "brand": company.brand.in_language(here.lang),
        "tagline": company.tagline.in_language(here.lang),
    }
    pattern = by.patterns.get(here.kind, by.pattern)
    title = _filled(pattern, facts)
    if number > 1:
        page = message("page %(number)s", number=number)
        title = f"{title} — {page.in_language(here.lang)}"
    whole = title + _filled(by.ending, facts)
    room = by.fits(whole) and len(escape(whole)) <= LONGEST
    return whole if "{brand}" not in pattern and room else title


def _filled(pattern: str, facts: Mapping[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda place: facts[place[1]], pattern)
