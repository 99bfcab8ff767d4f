"""`reports/links/`: every file of the report."""

from collections.abc import Iterator
from pathlib import Path

from plugins.keywords.collector import collector_at_rest
from plugins.reports.folder import write_folder
from plugins.reports.links.data import as_json
from plugins.reports.links.pages import Report, pages
from plugins.reports.links.part import Linked, parts_of
from plugins.reports.links.tables import tables
from plugins.reports.links.wording import Wording
from plugins.reports.page import TEMPLATES


def write_links(folder: Path, found: Linked, lang: str) -> Path:
    """Write the report of all languages for a reader of one; returns its first page."""
    with collector_at_rest():
        report = Report(found, parts_of(found, lang), Wording(lang, found.settings))
        write_folder(folder, dict(_files(report)), ("pages",))
    return folder / "index.html"


def _files(report: Report) -> Iterator[tuple[str, bytes]]:
    """Every file of the report by its path below the folder."""
    for name, html in pages(report):
        yield name, html.encode()
    yield from tables(report.parts, report.say).items()
    yield "links.json", as_json(report.parts).encode()
    yield "report.css", (TEMPLATES / "report.css").read_bytes()
