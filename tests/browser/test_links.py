"""lychee finds no broken link, picture or fragment in the built site."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.browser.built_site import BuiltSite

LYCHEE = Path(sys.executable).with_name("lychee")


def lychee(folder: Path) -> subprocess.CompletedProcess[str]:
    """A folder of built pages in, lychee's verdict out: exit code 0, or 2 and the broken links."""
    options = ["--offline", "--no-progress", "--include-fragments=full", "--index-files=index.html"]
    options += ["--root-dir", str(folder)]
    return subprocess.run(
        [str(LYCHEE), *options, str(folder / "**/*.html")],
        capture_output=True,
        text=True,
        check=False,
    )


def test_no_link_is_broken(site: BuiltSite) -> None:
    verdict = lychee(site.folder)
    assert verdict.returncode == 0, verdict.stdout + verdict.stderr


def test_seeded_defects_are_found(site: BuiltSite, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(site.folder, tmp_path / "site"))
    home = (copy / "index.html").read_text(encoding="utf-8")
    seeded = '<a href="/#no-such-place"></a><a href="/no-such-page/"></a><img src="/no-such.png">'
    (copy / "index.html").write_text(home.replace("</main>", f"{seeded}</main>"), encoding="utf-8")
    verdict = lychee(copy)
    assert verdict.returncode == 2, verdict.stdout
    for broken in ("no-such-place", "no-such-page", "no-such.png"):
        assert broken in verdict.stdout
