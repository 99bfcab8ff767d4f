"""What a server must know about the built site: redirects and headers (reports/server/)."""

from collections.abc import Iterable
from pathlib import Path

from plugins.discovery.redirects import nginx_map
from plugins.documents.addresses import Redirect
from plugins.reports.page import write_report
from plugins.security.policy import policy_for_all
from plugins.security.servers import caddy_headers, nginx_headers


def write_server_files(folder: Path, output: Path, redirects: Iterable[Redirect]) -> None:
    """Write the map of redirects, and the headers that allow what the pages of an output need."""
    write_report(folder / "redirects.nginx.conf", nginx_map(redirects))
    pages = (page.read_text("utf-8") for page in sorted(output.rglob("*.html")))
    if policy := policy_for_all(pages):
        write_report(folder / "security.nginx.conf", nginx_headers(policy))
        write_report(folder / "security.caddy", caddy_headers(policy))
