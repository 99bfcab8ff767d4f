"""What makes pages found: sitemap, robots.txt, feeds, redirects of old addresses."""

from plugins.discovery.meta_keywords import meta_keywords
from plugins.discovery.titles import TitleSettings, page_title
from plugins.discovery.verification import verification_code

__all__ = ["TitleSettings", "meta_keywords", "page_title", "verification_code"]
