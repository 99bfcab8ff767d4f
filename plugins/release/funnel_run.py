"""`invoke funnel`: the site's pages, files or tables, the counting; a database that goes again."""

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import ibis

from plugins.documents.pelican_bridge import read_site
from plugins.funnel import FunnelSettings
from plugins.funnel.counting import counted
from plugins.funnel.exports import Reading
from plugins.funnel.found import Funnel
from plugins.funnel.pages import Known, known_pages
from plugins.funnel.sample import Places
from plugins.keywords.relevance_map import read_map
from plugins.language.messages import message
from plugins.language.problems import NOTHING, Problem, ProblemsFound, expected
from plugins.release.funnel_import import Import, imported
from plugins.release.funnel_sample import DEMO_SEED, DEMO_VISITORS, write_sample

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
        try:
            reading = imported(files, Import(engine.con, place, settings, products, show))
            funnel = counted(engine, settings, lambda done: show(IMPORTED + done * (1 - IMPORTED)))
        finally:
            engine.disconnect()
        return reading, funnel
