"""Every article and page as plain, frozen data, read once per build."""

from pathlib import Path
from typing import Any

from plugins.documents.document import Document, Heading, Link, Picture
from plugins.documents.edits import BodyEditor, Edit
from plugins.documents.site import Site
from plugins.documents.stages import Status, live

__all__ = [
    "BodyEditor",
    "Document",
    "Edit",
    "Heading",
    "Link",
    "Picture",
    "Site",
    "Status",
    "live",
    "read_site",
]


def read_site(settings_file: str | Path) -> tuple[Site, dict[str, Any]]:
    """The Site and the settings, read as a build reads them; no file is written.

    Raises ProblemsFound for whatever a build would stop at before writing.
    """
    from plugins.documents.pelican_bridge import read_site as read

    return read(settings_file)
