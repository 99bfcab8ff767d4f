"""What makes pages found: sitemap, robots.txt, feeds, redirects of old addresses."""

from plugins.discovery.feed_list import FeedSettings, known_feeds
from plugins.discovery.files import file_claims
from plugins.discovery.for_robots import robot_problems
from plugins.discovery.meta_keywords import meta_keywords
from plugins.discovery.robots import RobotsSettings
from plugins.discovery.sitemap_entries import Priorities
from plugins.discovery.titles import TitleSettings, page_title
from plugins.discovery.verification import verification_code

__all__ = [
    "FeedSettings",
    "Priorities",
    "RobotsSettings",
    "TitleSettings",
    "file_claims",
    "known_feeds",
    "meta_keywords",
    "page_title",
    "robot_problems",
    "verification_code",
]
