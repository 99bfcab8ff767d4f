"""Related articles: the nearest by content, fresh ones first, none that the text links to."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from heapq import nsmallest
from pathlib import Path

from plugins.documents import Document, Site
from plugins.internal_links.closeness import ClosenessIndex
from plugins.internal_links.kept_words import words_of
from plugins.internal_links.settings import LinkSettings
from plugins.internal_links.telling_words import TellingWords, article_texts

Linked = Mapping[str, frozenset[str]]
# Of pairs read by hand, five in six above it were of use to a reader, below it every other
FLOOR = 0.12
# A stale article stands before a fresh one only if it is twice as close
STALE = 0.5


def related_articles(
    site: Site, settings: LinkSettings, linked: Linked, cache: Path | None = None
) -> Mapping[str, tuple[Document, ...]]:
    """Source of each listed article to the articles that go under it, the closest first.

    At most `settings.related` of the same language, listed, not among `linked[source]`; fewer
    where fewer are close. `cache` is a folder for what was read in texts that stay the same.
    """
    if settings.related < 1:
        return {}
    listed = (d for d in site.listed if d.kind == "article")
    articles = sorted(listed, key=lambda article: article.source)
    words = words_of([article_texts(article) for article in articles], cache)
    found: dict[str, tuple[Document, ...]] = {}
    for lang in site.languages:
        read = [pair for pair in zip(articles, words, strict=True) if pair[0].lang == lang]
        found |= _in_one_language(read, site.now, settings, linked)
    return found


def is_stale(document: Document, now: datetime, days: int) -> bool:
    """Whether a document's last date, `Modified` or else `Date`, is so many days ago or more.

    What is renewed is fresh again, however old; without a date nothing is stale.
    """
    dates = [date for date in (document.published, document.modified) if date]
    return bool(dates) and now - max(dates) >= timedelta(days=days)


def _in_one_language(
    read: Sequence[tuple[Document, TellingWords]],
    now: datetime,
    settings: LinkSettings,
    linked: Linked,
) -> dict[str, tuple[Document, ...]]:
    """The related of articles in the order of their sources, which parts those equally close."""
    articles = [article for article, _ in read]
    index = ClosenessIndex([words for _, words in read])
    days = settings.evergreen_days
    worth = [STALE if is_stale(article, now, days) else 1.0 for article in articles]
    found = {}
    for number, article in enumerate(articles):
        close, taken = index.close_to(number, FLOOR), linked.get(article.source, frozenset())
        free = (other for other in close if articles[other].source not in taken)
        ranked = nsmallest(settings.related, ((-close[n] * worth[n], n) for n in free))
        found[article.source] = tuple(articles[other] for _, other in ranked)
    return found
