"""Interface words: from code and templates into the catalogs of locales/."""

import subprocess
import sys
from pathlib import Path

KEYWORDS = ("_", "message", "ngettext:1,2", "counted:1,2", "gettext")


def update(root: Path) -> None:
    """Extract all words and merge them into every catalog; translations are kept."""
    template = root / "locales" / "vitrina.pot"
    keywords = [part for word in KEYWORDS for part in ("-k", word)]
    _babel(
        "extract", "-F", root / "locales" / "babel.cfg", "--no-default-keywords", *keywords,
        "--sort-output", "--no-location", "--omit-header", "-o", template, root,
    )  # fmt: skip
    for catalog in sorted(root.glob("locales/*/LC_MESSAGES/vitrina.po")):
        lang = catalog.parts[-3]
        _babel(
            "update", "-i", template, "-o", catalog, "-l", lang,
            "--no-fuzzy-matching", "--omit-header", "--ignore-obsolete",
        )  # fmt: skip
    template.unlink()


def _babel(*arguments: object) -> None:
    command = [sys.executable, "-m", "babel.messages.frontend", *map(str, arguments)]
    subprocess.run(command, check=True, capture_output=True, text=True)
