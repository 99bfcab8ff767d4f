"""What the site knows of an address: its document, its title, its group of key phrases."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plugins.documents import Site
from plugins.keywords.relevance_map import KeyPhrase


@dataclass(frozen=True, slots=True)
class Known:
    """A page of the site; `group` is its most asked group of key phrases, or empty."""

    source: str
    title: str
    group: str
    product: bool


def known_pages(site: Site, phrases: Iterable[KeyPhrase]) -> Mapping[str, Known]:
    """Path to what is known, for every live document."""
    groups = _groups(phrases)
    return {
        f"/{document.url}": Known(
            document.source,
            document.title,
            groups.get(document.source, ""),
            bool(document.product),
        )
        for document in site.live
    }


def _groups(phrases: Iterable[KeyPhrase]) -> Mapping[str, str]:
    """The group of each document: its own name, or its most asked phrase."""
    asked: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for phrase in phrases:
        if phrase.document:
            asked[phrase.document][phrase.group or phrase.phrase.strip('"')] += phrase.frequency
    return {
        document: min(counts, key=lambda name: (-counts[name], name))
        for document, counts in asked.items()
    }
