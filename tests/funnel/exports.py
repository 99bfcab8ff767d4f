"""Small exports as Metrica, spreadsheets and payment services write them, and their counting."""

from collections.abc import Sequence
from pathlib import Path

from plugins.funnel import FunnelSettings
from plugins.funnel.exports import Export, Reading
from plugins.funnel.found import Funnel
from plugins.release.funnel_run import count_files

HITS = ("watchID", "clientID", "dateTime", "URL", "productEventType", "ecommerce", "purchaseID")
VISITS = ("visitID", "clientID", "dateTime", "startURL", "lastsignTrafficSource", "isRobotPro")
ANN, BOB, CAT = "1700000000000000001", "1700000000000000002", "1700000000000000003"
SITE = "https://firm.example"


def hits(*rows: Sequence[str]) -> str:
    """Hits as the Logs API gives them."""
    return _table([f"ym:pv:{name}" for name in HITS], rows)


def visits(*rows: Sequence[str]) -> str:
    """Visits as the Logs API gives them."""
    return _table([f"ym:s:{name}" for name in VISITS], rows)


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "".join("\t".join(row) + "\n" for row in (header, *rows))


def hit(
    number: int, client: str, minute: int, path: str, event: str = "", raw: str = ""
) -> list[str]:
    """A hit on 1 October 2026 at 10 o'clock and so many minutes."""
    types = rf"[\'{event}\']" if event else "[]"
    return [str(number), client, f"2026-10-01 10:{minute:02}:00", SITE + path, types, raw, "[]"]


def visit(
    number: int, client: str, path: str, source: str = "organic", robot: str = "0"
) -> list[str]:
    """A visit on 1 October 2026 at 10 o'clock."""
    return [str(number), client, "2026-10-01 10:00:00", SITE + path, source, robot]


def read(folder: Path, *texts: str | bytes, **settings: object) -> tuple[Reading, Funnel]:
    """What is counted of files with these contents; the page of the only product is /table/."""
    files = []
    for number, text in enumerate(texts):
        file = folder / f"export-{number}"
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        files.append(file)
    return count_files(files, FunnelSettings(**settings), ["/table/"])  # type: ignore[arg-type]


def left(export: Export | Reading) -> list[str]:
    """What was left out, in English, as the report says it."""
    return [
        f"{one.count} {one.why.in_language('en')} {list(one.lines or one.samples)}"
        for one in export.left
    ]
