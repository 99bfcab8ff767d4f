"""What a release does to the real site: build it, judge it, remember its addresses, tell of it."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from plugins.audit.finding import Finding, at_least
from plugins.documents.pelican_bridge import Build, build
from plugins.language.messages import Message, counted, message
from plugins.language.problems import Problem, ProblemsFound, Severity
from plugins.listings import listings
from plugins.release.audited import judged
from plugins.release.build import new_addresses, record_addresses
from plugins.release.folder_shown import FolderShown
from plugins.release.planning import Built, News
from plugins.release.release import Step, Voice
from plugins.release.servers import write_server_files
from plugins.release.social_drafts import articles_among, social_drafts
from plugins.release.targets import Digests, digest_of
from plugins.release.telling_step import engines_told
from plugins.release.verification import expected_of
from plugins.release.verifying import VerifySettings, verify
from plugins.release.web import Web

LISTS = ("list", "home")


@dataclass
class SiteWork:
    """The site of a project; `room` is an empty folder for what is built."""

    root: Path
    room: Path
    voice: Voice
    web: Web
    made: Build | None = field(default=None, init=False)

    @property
    def folder(self) -> Path:
        """Where it is built."""
        return self.room / "site"

    @property
    def site(self) -> Build:
        """The finished build."""
        assert self.made is not None, "nothing was built"
        return self.made

    def build(self) -> Built:
        """By the settings for publishing, into a folder of its own."""
        with self.voice.progress(message("Building the site")) as show:
            self.made = build(self.root / "publishconf.py", self.folder, show)
        return Built(self._files(), self._read, frozenset(self._lists()))

    def judge(self) -> None:
        """The audit, as before any publishing."""
        with self.voice.progress(message("Auditing the site")) as show:
            _subject, findings = judged(self.site, self.folder, show, publishing=True)
        if errors := at_least(findings, Severity.ERROR):
            raise ProblemsFound(map(_problem, errors))

    def do(self, step: Step, news: News) -> Iterable[Message]:
        """Each may be done again without harm."""
        state = self.root / "state"
        match step:
            case Step.ADDRESSES:
                return self._addresses()
            case Step.VERIFY:
                return self._verified(state)
            case Step.INDEXNOW:
                return engines_told(self.site.settings, state, self.folder, news)
            case Step.SOCIAL:
                return self._drafted(news)
        return ()

    def _verified(self, state: Path) -> Iterable[Message]:
        """What visitors get; of a folder that nobody serves there is nothing to wait for."""
        made, shown = self.site, isinstance(self.web, FolderShown)
        what = expected_of(made.site, made.settings["SITE_ADDRESS"], self._files(), self._read)
        patience: VerifySettings = made.settings["VERIFY"]
        settings = replace(patience, pauses=()) if shown else patience
        with self.voice.progress(message("Looking at what visitors get")):
            return verify(what, state, self.web, time.sleep, settings)

    def _addresses(self) -> Iterator[Message]:
        """What was given out is remembered, and what the server must know is written anew."""
        made = self.site
        file = self.root / "content" / "data" / "addresses.csv"
        lines = new_addresses(made.site, made.settings["PUBLISHED"])
        record_addresses(file, lines)
        server = self.root / "reports" / "server"
        write_server_files(server, self.folder, made.site, made.settings)
        if lines:
            yield counted(
                "content/data/addresses.csv: %(count)s new address, commit the file",
                "content/data/addresses.csv: %(count)s new addresses, commit the file",
                len(lines),
            )

    def _drafted(self, news: News) -> Iterable[Message]:
        """Posts of articles that readers were never told of."""
        site = self.site.site
        articles = articles_among(site, news.pages, first=news.first)
        folder = self.root / "reports" / "social"
        return social_drafts(self.site.settings, site, self.folder, articles, folder)

    def _files(self) -> Digests:
        files = sorted(file for file in self.folder.rglob("*") if file.is_file())
        return {_path(f, self.folder): digest_of(f.read_bytes()) for f in files}

    def _read(self, path: str) -> bytes:
        return (self.folder / path).read_bytes()

    def _lists(self) -> Iterator[str]:
        made = self.site
        yield from (d.save_as for d in made.site.live if d.kind in LISTS)
        yield from (each.save_as for each in listings(made.site, made.settings["LISTINGS"]))


def _path(file: Path, folder: Path) -> str:
    return file.relative_to(folder).as_posix()


def _problem(finding: Finding) -> Problem:
    text = message("%(what)s; %(advice)s", what=finding.message, advice=finding.advice)
    return Problem(finding.file, finding.line, finding.rule, text, finding.severity)
