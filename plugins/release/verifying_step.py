"""The step of a release that looks at what visitors get now."""

import time
from collections.abc import Iterable
from pathlib import Path

from plugins.documents.pelican_bridge import Build
from plugins.language.messages import Message
from plugins.release.destinations import FolderTarget, is_served
from plugins.release.targets import digest_of
from plugins.release.verification import expected_of
from plugins.release.verifying import looked_up, verify, visitor
from plugins.release.web import Web


def visitors_asked(made: Build, built: Path, root: Path) -> Iterable[Message]:
    """Verify what the project in `root` has published of what was built in a folder.

    What no server gives out is looked at in its own folder. Raises ProblemsFound.
    """
    settings = made.settings
    address, destination = settings["SITE_ADDRESS"], settings["RELEASE"]
    files = {
        file.relative_to(built).as_posix(): digest_of(file.read_bytes())
        for file in sorted(built.rglob("*"))
        if file.is_file()
    }
    expected = expected_of(made.site, address, files, lambda path: (built / path).read_bytes())
    is_folder = isinstance(destination, FolderTarget) and not is_served(destination)
    ask = looked_up(root / destination.path, address) if is_folder else visitor(Web())
    return verify(expected, root / "state", ask, time.sleep, settings["VERIFY"])
