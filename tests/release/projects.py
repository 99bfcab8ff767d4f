"""The small site as a firm's own project that is released again and again in one process."""

import os
import sys
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from plugins.language.messages import Message
from plugins.release.planning import Plan
from plugins.release.release import Voice
from plugins.release.release_run import CLOCK, Options, run
from plugins.release.targets import OURS
from tests.sites import Files, forget_plugins, project, without_checkout

TITLE = "<title>{{ here.title }}</title>"
CANONICAL = '<link rel="canonical" href="{{ SITE_ADDRESS }}/{{ here.url }}">'
ARTICLE = """Title: {title}
Date: {date}
Description: All about {title}
Category: Уход
Status: {status}
{more}
The text of {title}.
"""


def article(title: str, date: str, status: str = "ready", more: str = "Picture: none\n") -> str:
    return ARTICLE.format(title=title, date=date, status=status, more=more)


@dataclass
class Firm:
    """A project; `said` is what its last run said, in English."""

    root: Path
    said: list[Message] = field(default_factory=list)

    def release(self, now: str, **options: bool) -> Plan:
        """`invoke release --now …`."""
        self.said.clear()
        forget_plugins()
        # A process reads its settings once; each run is a process of its own
        sys.modules.pop("pelicanconf", None)
        before = os.environ.get(CLOCK)
        voice = Voice(self.said.append, lambda _title: nullcontext(lambda _share: None))
        try:
            return run(self.root, Options(now, **options), voice)
        finally:
            os.environ.pop(CLOCK) if before is None else os.environ.update({CLOCK: before})

    def write(self, path: str, text: str | None) -> None:
        """A file of content/; None takes it away."""
        file = self.root / "content" / path
        file.unlink() if text is None else file.write_text(text, "utf-8")

    def words(self, lang: str = "en") -> str:
        """What the last run said."""
        return "\n".join(line.in_language(lang) for line in self.said)

    @property
    def published(self) -> Mapping[str, bytes]:
        """What stands at the target, without what releases keep there."""
        folder = self.root / "released"
        files = (file for file in sorted(folder.rglob("*")) if file.is_file())
        found = {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
        return {path: data for path, data in found.items() if path not in OURS}


def firm(folder: Path, files: Files | None = None) -> Firm:
    """The small site, which is no example."""
    project(folder, files)
    without_checkout(folder)
    company = folder / "content/data/company.yaml"
    text = company.read_text("utf-8").replace("example: true", "example: false")
    company.write_text(text.replace("kettles.example", "kettles.ru"), "utf-8")
    base = folder / "theme/templates/base.html"
    base.write_text(base.read_text("utf-8").replace(TITLE, f"{TITLE}\n{CANONICAL}"), "utf-8")
    return Firm(folder)
