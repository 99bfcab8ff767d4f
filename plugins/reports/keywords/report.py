"""`reports/keywords/`: every file of the report."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from plugins.audit import Finding
from plugins.documents import Site
from plugins.keywords.collector import collector_at_rest
from plugins.keywords.importing import map_name
from plugins.keywords.study import Study
from plugins.reports.folder import write_folder
from plugins.reports.keywords.concerns import judgements
from plugins.reports.keywords.data import as_json
from plugins.reports.keywords.pages import Empty, Report, pages
from plugins.reports.keywords.part import part_of
from plugins.reports.keywords.tables import tables
from plugins.reports.keywords.wording import Wording
from plugins.reports.page import TEMPLATES

OWN_FOLDERS = ("phrases", "documents")


def write_keywords(
    folder: Path, studies: Sequence[Study], findings: Sequence[Finding], site: Site, lang: str
) -> Path:
    """Write the report of all languages for a reader of one; returns its first page.

    `findings` are those of the audit; what is not about phrases may be left out.
    """
    with collector_at_rest():
        judged = judgements(findings, lang)
        parts = [part_of(study, site, judged, lang) for study in studies if study.map.phrases]
        report = Report(parts, tuple(_empty(studies, site)), site, Wording(lang))
        write_folder(folder, dict(_files(report)), OWN_FOLDERS)
    return folder / "index.html"


def _empty(studies: Sequence[Study], site: Site) -> Iterator[Empty]:
    """The languages without phrases: their map lacks them, or they lack a map."""
    for study in studies:
        if not study.map.phrases:
            yield Empty(study.lang, study.file, study.map.problems)
    for lang in site.languages:
        if lang not in {study.lang for study in studies}:
            yield Empty(lang, map_name(lang))


def _files(report: Report) -> Iterator[tuple[str, bytes]]:
    """Every file of the report by its path below the folder."""
    for name, html in pages(report):
        yield name, html.encode()
    yield from tables(report.parts, report.lang).items()
    yield "keywords.json", as_json(report).encode()
    yield "report.css", (TEMPLATES / "report.css").read_bytes()
