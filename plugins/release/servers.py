"""What a server must know about the built site (reports/server/): redirects, errors, headers."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plugins.discovery.redirects import moves
from plugins.discovery.server_maps import caddy_site, nginx_map, nginx_server
from plugins.documents import Site
from plugins.documents.moved import moved
from plugins.reports.page import write_report
from plugins.security.policy import policy_for_all
from plugins.security.servers import caddy_headers, nginx_headers


def write_server_files(folder: Path, output: Path, site: Site, settings: Mapping[str, Any]) -> None:
    """Write where old addresses lead, and headers that allow what the pages of an output need."""
    found = moves(moved(site, settings["REDIRECTS"], settings["PUBLISHED"]))
    languages = site.languages
    write_report(folder / "redirects.nginx.conf", nginx_map(found, languages))
    write_report(folder / "pages.nginx.conf", nginx_server(languages))
    write_report(folder / "redirects.caddy", caddy_site(found, languages))
    pages = (page.read_text("utf-8") for page in sorted(output.rglob("*.html")))
    if policy := policy_for_all(pages):
        write_report(folder / "security.nginx.conf", nginx_headers(policy))
        write_report(folder / "security.caddy", caddy_headers(policy))
