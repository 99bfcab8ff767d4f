"""The audit of a site as it would be built now, whatever lies in the output folder."""

import tempfile
from pathlib import Path

from plugins.audit import Finding, Subject, audit, pages_in
from plugins.company import Company
from plugins.documents.pelican_bridge import Progress, build
from plugins.keywords.study import studies


def audited(
    settings_file: Path, progress: Progress, *, publishing: bool
) -> tuple[Subject, tuple[Finding, ...]]:
    """Build into a folder of its own and judge the result; raises ProblemsFound.

    The example company is then a finding like others, not a refusal: publishing is judged by
    the settings of a local build with `publishing` set.
    """
    with tempfile.TemporaryDirectory() as folder:
        built = build(settings_file, Path(folder), progress)
        pages, files = pages_in(Path(folder))
        company: Company = built.settings["COMPANY"]
        subject = Subject(
            built.site,
            company,
            company.site,
            tuple(built.settings["STATIC_PATHS"]),
            pages,
            files,
            publishing,
            studies(built.site, built.settings["KEYWORDS"]),
        )
        return subject, audit(subject)
