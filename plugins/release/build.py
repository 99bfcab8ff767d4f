"""A build that replaces the output only when it has succeeded."""

import csv
import io
import shutil
from collections.abc import Callable
from pathlib import Path
from secrets import token_hex

from plugins.documents import Site
from plugins.documents.addresses import PublishedAddress
from plugins.documents.pelican_bridge import Build, Progress, build
from plugins.release.output_folder import locked, replaceable

Judge = Callable[[Build, Path], None]


def replaced(
    settings_file: Path,
    output: Path,
    progress: Progress,
    judge: Judge | None = None,
) -> Build:
    """Build beside the output and put the result in its place; a failed build changes nothing.

    `judge` sees what was built and where before it takes its place, and raises to prevent that.
    One build of an output at a time: a second one waits. Raises ProblemsFound.
    """
    folder = replaceable(settings_file, output)
    with locked(folder):
        folder = replaceable(settings_file, folder)
        old = folder.with_name(f".{folder.name}.old")
        _clear(folder, old)
        beside = folder.with_name(f".{folder.name}.next-{token_hex(4)}")
        try:
            result = build(settings_file, beside, progress)
            if judge is not None:
                judge(result, beside)
            if folder.exists():
                folder.rename(old)
            beside.rename(folder)
        finally:
            _clear(folder, old)
    return result


def _clear(folder: Path, old: Path) -> None:
    """Remove what a build leaves beside its folder; an output that was put aside comes back."""
    if old.exists() and not folder.exists():
        old.rename(folder)
    start = f".{folder.name}.next-"
    for rest in [old, *(f for f in folder.parent.iterdir() if f.name.startswith(start))]:
        shutil.rmtree(rest, ignore_errors=True)


def new_addresses(site: Site, published: tuple[PublishedAddress, ...]) -> tuple[str, ...]:
    """Lines for addresses.csv: addresses of live documents that do not stand there yet.

    Nobody links to the error page: its address is never given out.
    """
    known = {entry.url for entry in published}
    given = (d for d in site.live if d.kind != "error" and f"/{d.url}" not in known)
    return tuple(_row(f"/{d.url}", d.source) for d in given)


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
