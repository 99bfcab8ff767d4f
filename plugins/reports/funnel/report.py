"""`reports/funnel/`: every file of the report."""

from collections.abc import Iterator
from pathlib import Path

from plugins.reports.folder import write_folder
from plugins.reports.funnel.page import page
from plugins.reports.funnel.part import Counted
from plugins.reports.funnel.tables import tables
from plugins.reports.funnel.wording import Wording
from plugins.reports.page import TEMPLATES


def write_funnel(folder: Path, counted: Counted, lang: str) -> Path:
    """Write the report for a reader of a language; returns its page."""
    write_folder(folder, dict(_files(Wording(lang, counted))), ())
    return folder / "index.html"


def _files(say: Wording) -> Iterator[tuple[str, bytes]]:
    yield "index.html", page(say).encode()
    yield from tables(say).items()
    yield "report.css", (TEMPLATES / "report.css").read_bytes()
