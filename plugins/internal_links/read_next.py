"""What stands under an article to be read next, for templates; worked out once for a Site."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from plugins.documents import Document, Site
from plugins.internal_links.related import Linked, related_articles
from plugins.internal_links.settings import LinkSettings

CACHE = Path(__file__).parents[2] / ".cache" / "links"


def related(site: Site, document: Document, settings: LinkSettings) -> tuple[Document, ...]:
    """The articles under an article; none under any other document."""
    return _of_site(site, settings).get(document.source, ())


@lru_cache(maxsize=2)
def _of_site(site: Site, settings: LinkSettings) -> Mapping[str, tuple[Document, ...]]:
    return related_articles(site, settings, linked_by_hand(site), CACHE)


def linked_by_hand(site: Site) -> Linked:
    """Source of each article to the sources of those that its author links to."""
    found: dict[str, frozenset[str]] = {}
    for document in site.live:
        if document.kind == "article":
            targets = (site.resolve(document, link.href) for link in document.links)
            found[document.source] = frozenset(t.source for t in targets if isinstance(t, Document))
    return found
