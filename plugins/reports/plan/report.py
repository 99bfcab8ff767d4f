"""`reports/plan/`: every file of the plan."""

from collections.abc import Iterator
from pathlib import Path

from plugins.reports.folder import write_folder
from plugins.reports.page import TEMPLATES
from plugins.reports.plan.calendar_file import calendar_of
from plugins.reports.plan.data import as_json
from plugins.reports.plan.digest import digest_of
from plugins.reports.plan.letter import as_letter, as_markdown
from plugins.reports.plan.owner import Owner
from plugins.reports.plan.page import page
from plugins.reports.plan.wording import Wording
from plugins.schedule.plan import Plan


def write_plan(folder: Path, plan: Plan, owner: Owner, lang: str) -> Path:
    """Write the plan for a reader of a language; returns its page."""
    write_folder(folder, dict(_files(Wording(lang, plan), owner)), ())
    return folder / "index.html"


def _files(say: Wording, owner: Owner) -> Iterator[tuple[str, bytes]]:
    yield "index.html", page(say, owner).encode()
    digest = digest_of(say, owner)
    yield "plan.ics", calendar_of(say, owner)
    yield "digest.md", as_markdown(digest).encode()
    yield "digest.eml", as_letter(digest, say, owner)
    yield "plan.json", as_json(say.plan).encode()
    yield "report.css", (TEMPLATES / "report.css").read_bytes()
