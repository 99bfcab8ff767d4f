"""What robots are told, wrong in every way that a check knows."""

from datetime import datetime, timedelta

from plugins.audit.history import History
from plugins.documents.front_matter import MOSCOW
from tests.audit.sitemaps import INDEX, page, sitemap, url
from tests.audit.subjects import ADDRESS, document

DAY = datetime(2026, 11, 1, tzinfo=MOSCOW)
PAGES = {"named/index.html": page("/named/"), "unnamed/index.html": page("/unnamed/")}
DOCUMENTS = [document("ru/blog/stale.md", published=DAY)]
HISTORY = History({"ru/blog/stale.md": DAY + timedelta(days=9)})
_PARTS = "".join(f"<sitemap><loc>{ADDRESS}/sitemap-{n}.xml</loc></sitemap>" for n in (1, 2))
TOLD = {
    "robots.txt": "User-agent: *\nDisallow: /named/\n",
    "sitemap.xml": INDEX.format(_PARTS),
    "sitemap-1.xml": sitemap(url("/named/", "2030-01-01T00:00:00+03:00"), url("/none/")),
}
