"""A build that replaces the output only when it has succeeded."""

import csv
import io
import shutil
from pathlib import Path

from plugins.documents import Site
from plugins.documents.addresses import PublishedAddress
from plugins.documents.pelican_bridge import Build, Progress, build


def replaced(settings_file: Path, output: Path, progress: Progress) -> Build:
    """Build beside the output and put the result in its place; a failed build changes nothing.

    Raises ProblemsFound.
    """
    beside = output.with_name(f".{output.name}.next")
    shutil.rmtree(beside, ignore_errors=True)
    try:
        result = build(settings_file, beside, progress)
        old = output.with_name(f".{output.name}.old")
        shutil.rmtree(old, ignore_errors=True)
        if output.exists():
            output.rename(old)
        beside.rename(output)
        shutil.rmtree(old, ignore_errors=True)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return result


def new_addresses(site: Site, published: tuple[PublishedAddress, ...]) -> tuple[str, ...]:
    """Lines for addresses.csv: addresses of live documents that do not stand there yet."""
    known = {entry.url for entry in published}
    return tuple(_row(f"/{d.url}", d.source) for d in site.live if f"/{d.url}" not in known)


def _row(*cells: str) -> str:
    """Cells as a line of CSV, without its end."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    return line.getvalue()


def record_addresses(file: Path, lines: tuple[str, ...]) -> None:
    """Add lines to addresses.csv; makes the file with its header if there is none."""
    text = file.read_text("utf-8") if file.is_file() else ""
    text = text or "url,document\n"
    ended = text if text.endswith("\n") else f"{text}\n"
    if lines:
        file.write_text(ended + "".join(f"{line}\n" for line in lines), "utf-8")
