"""Subjects with a sitemap and a robots.txt of their own."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from plugins.audit import Subject
from tests.audit.subjects import ADDRESS, subject

URLSET = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">{}</urlset>'
)
INDEX = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</sitemapindex>'
ROBOTS = "User-agent: *\nDisallow: /pagefind/\n\nUser-agent: Yandex\nDisallow: /pagefind/\n"


def url(path: str, lastmod: str = "", image: str = "") -> str:
    """A page of a sitemap; an absolute address stays as it is."""
    moment = f"<lastmod>{lastmod}</lastmod>" if lastmod else ""
    shown = f"<image:image><image:loc>{ADDRESS}/{image}</image:loc></image:image>" if image else ""
    return f"<url><loc>{whole(path)}</loc>{moment}{shown}</url>"


def whole(path: str) -> str:
    return path if "://" in path or not path.startswith("/") else f"{ADDRESS}{path}"


def sitemap(*urls: str) -> str:
    return URLSET.format("".join(urls))


def page(path: str, more: str = "") -> str:
    """A page that names itself as canonical."""
    return f'<title>x</title><link rel="canonical" href="{whole(path)}">{more}'


def told(
    pages: Mapping[str, str],
    *urls: str,
    files: Iterable[str] = (),
    robots: str = ROBOTS,
    **values: Any,
) -> Subject:
    """A built site with these pages, whose sitemap names these addresses."""
    texts = {"robots.txt": robots, "sitemap.xml": sitemap(*urls)}
    return replace(subject(pages, files=[*files, *texts], **values), told=texts)
