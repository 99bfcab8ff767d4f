"""Every file that the room writes into the output, for the list of who writes which."""

from collections.abc import Iterator

from plugins.discovery import indexnow
from plugins.discovery.feed_list import FeedSettings, feed_claims
from plugins.discovery.for_robots import robot_claims
from plugins.documents import Site
from plugins.documents.claims import Claim
from plugins.listings import ListingSettings


def file_claims(
    site: Site, listings: ListingSettings, feeds: FeedSettings, key: str
) -> Iterator[Claim]:
    """Feeds, what robots read, the key of IndexNow."""
    yield from feed_claims(site, listings, feeds)
    yield from robot_claims(site, listings)
    yield from indexnow.key_claims(site, key)
