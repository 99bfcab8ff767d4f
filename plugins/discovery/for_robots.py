"""What robots ask a site for before its pages: robots.txt and the sitemap, from its settings."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from plugins.discovery import indexnow, robots, sitemap
from plugins.discovery.robots import RobotsSettings
from plugins.discovery.sitemap_entries import Entry, Priorities, entries, priority_problems
from plugins.documents import Site
from plugins.documents.claims import Claim
from plugins.language.problems import Problem
from plugins.listings import ListingSettings
from plugins.pictures import pictures_on

__all__ = ["Priorities", "RobotsSettings", "robot_claims", "robot_files", "robot_problems"]


def robot_files(site: Site, settings: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of each file of the output."""
    address = settings["SITE_ADDRESS"]
    yield robots.PATH, robots.robots_txt(settings["ROBOTS"], address)
    yield from sitemap.sitemap_files(address, sitemap_of(site, settings))
    yield from indexnow.key_file(settings["INDEXNOW_KEY"]).items()


def sitemap_of(site: Site, settings: Mapping[str, Any]) -> tuple[Entry, ...]:
    """What the sitemap names."""
    images_of = partial(
        pictures_on,
        site,
        album=settings["ALBUM"],
        products=settings["PRICE_LIST"],
        company=settings["COMPANY"],
    )
    return entries(site, settings["LISTINGS"], settings["PRIORITIES"], images_of)


def robot_claims(site: Site, listings: ListingSettings) -> Iterator[Claim]:
    """These files."""
    for path in (robots.PATH, *sitemap.paths(site, listings)):
        yield Claim(path, path, path)


def robot_problems(
    site: Site, settings: RobotsSettings, priorities: Priorities, address: str
) -> Iterator[Problem]:
    """A site rule: settings that robots would not read, or would read otherwise than meant."""
    yield from robots.robots_problems(site, settings, address)
    yield from priority_problems(site, priorities)
