"""The audit of a site as it would be built now, whatever lies in the output folder."""

import tempfile
from pathlib import Path

from plugins.audit import Finding, Subject, audit, subject_of
from plugins.documents.pelican_bridge import Progress, build


def audited(
    settings_file: Path, progress: Progress, *, publishing: bool
) -> tuple[Subject, tuple[Finding, ...]]:
    """Build into a folder of its own and judge the result; raises ProblemsFound.

    The example company is then a finding like others, not a refusal: publishing is judged by
    the settings of a local build with `publishing` set.
    """
    with tempfile.TemporaryDirectory() as folder:
        built = build(settings_file, Path(folder), progress)
        subject = subject_of(
            built.site,
            built.settings["COMPANY"],
            Path(folder),
            static=tuple(built.settings["STATIC_PATHS"]),
            publishing=publishing,
        )
        return subject, audit(subject)
