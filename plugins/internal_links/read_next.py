"""What stands under an article to be read next, for templates; worked out once for a Site."""

from collections.abc import Mapping
from functools import lru_cache

from plugins.documents import Document, Site
from plugins.internal_links.plan import Linker
from plugins.internal_links.related import related_articles


def related(site: Site, document: Document, linker: Linker) -> tuple[Document, ...]:
    """The articles under an article; none under any other document."""
    return related_of(site, linker).get(document.source, ())


@lru_cache(maxsize=2)
def related_of(site: Site, linker: Linker) -> Mapping[str, tuple[Document, ...]]:
    """The same for all articles, by their source: none that a text links to, however made."""
    return related_articles(site, linker.settings, linker.plan(site).linked, linker.cache)
