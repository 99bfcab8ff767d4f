"""`invoke funnel`: the site's pages, files or tables, the counting; a database that goes again."""

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import ibis

from plugins.documents import Site
from plugins.documents.pelican_bridge import read_site
from plugins.funnel import FunnelSettings
from plugins.funnel.counting import counted
from plugins.funnel.exports import Reading
from plugins.funnel.found import Funnel
from plugins.funnel.pages import Known, known_pages
from plugins.funnel.sample import Places
from plugins.keywords.relevance_map import read_map
from plugins.language.messages import Message, message, verbatim
from plugins.language.problems import NOTHING, Problem, ProblemsFound, expected
from plugins.release.funnel_import import Import, imported
from plugins.release.funnel_sample import DEMO_SEED, DEMO_VISITORS, write_sample
from plugins.reports.funnel import Counted

Show = Callable[[float], None]
IMPORTED = 0.9


def nothing(_: float) -> None:
    """Nobody watches."""


def count_files(
    files: Sequence[Path],
    settings: FunnelSettings,
    products: Sequence[str],
    show: Show = nothing,
    cache: Path | None = None,
) -> tuple[Reading, Funnel]:
    """What is in exports; the database holds ClientIDs, so it goes when all is counted."""
    if cache:
        cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as folder:
        place = Path(folder)
        engine = ibis.duckdb.connect(
            place / "funnel.duckdb", threads=settings.threads, memory_limit=settings.memory
        )
        engine.raw_sql("SET enable_progress_bar_print = false")
        try:
            reading = imported(files, Import(engine.con, place, settings, products, show))
            funnel = counted(engine, settings, lambda done: show(IMPORTED + done * (1 - IMPORTED)))
        finally:
            engine.disconnect()
        return reading, funnel


@contextmanager
def _files(files: Sequence[Path], demo: bool, pages: Mapping[str, Known]) -> Iterator[list[Path]]:
    """The files to read; those of invented visitors last as long as they are read."""
    if not demo:
        yield list(files)
        return
    with tempfile.TemporaryDirectory() as folder:
        landings = [path for path, page in pages.items() if page.group and not page.product]
        products = [path for path, page in pages.items() if page.product]
        places = Places(landings or ["/"], products or ["/product/"])
        yield write_sample(Path(folder), DEMO_VISITORS, DEMO_SEED, places)[0]


def funnel_of(
    settings_file: Path, files: Sequence[str], demo: bool = False, show: Show = nothing
) -> Counted:
    """Everything the report is made of: exports named, or the tables of the engine in settings.

    Raises ProblemsFound where there is nothing to read, or a file is not there.
    """
    site, settings = read_site(settings_file)
    wanted: FunnelSettings = settings["FUNNEL"]
    pages = _pages(site, settings["KEYWORDS"])
    if not wanted.reads_files and not demo:
        return Counted(Reading(), _count_tables(wanted, show), pages)
    with _files(_existing(files, demo), demo, pages) as found:
        products = [path for path, page in pages.items() if page.product]
        cache = Path(settings["PATH"]).parent / ".cache" / "funnel"
        reading, funnel = count_files(found, wanted, products, show, cache)
    return Counted(replace(reading, sample=demo), funnel, pages)


def _count_tables(settings: FunnelSettings, show: Show) -> Funnel:
    """The funnel of tables that stand in an engine of the firm."""
    try:
        return counted(ibis.connect(settings.backend), settings, show)
    except Exception as error:  # whatever its driver says: each has errors of its own
        raise ProblemsFound([Problem("FUNNEL", 0, "backend", verbatim(str(error)))]) from None


def _pages(site: Site, maps: Mapping[str, bytes]) -> Mapping[str, Known]:
    phrases = [
        phrase
        for lang, data in maps.items()
        if data
        for phrase in read_map(data, f"{lang}/keywords.csv", lang).phrases
    ]
    return known_pages(site, phrases)


def _existing(files: Sequence[str], demo: bool) -> list[Path]:
    """The files named and those of folders named; a problem for each that is not there."""
    if not files and not demo:
        what = message("names of exports, or --demo for a report of invented visitors")
        raise ProblemsFound([Problem("invoke funnel", 0, "", expected(what, NOTHING))])
    named = [Path(name) for name in files]
    wrong = [Problem(str(one), 0, "", _unread(one)) for one in named if not _files_at(one)]
    if wrong:
        raise ProblemsFound(wrong)
    return [file for one in named for file in _files_at(one)]


def _files_at(named: Path) -> list[Path]:
    """A file, or the files of a folder by name; hidden ones are not meant."""
    if not named.is_dir():
        return [named] if named.is_file() else []
    return sorted(f for f in named.iterdir() if f.is_file() and not f.name.startswith("."))


def _unread(named: Path) -> Message:
    what = message("a file, or a folder with files")
    return expected(what, message("a folder without files") if named.is_dir() else NOTHING)
