"""Commands that make the site: build it, look at it, begin a document, test it."""

import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from invoke.context import Context
from invoke.exceptions import Exit

from commands import LANG, ROOT, _, say, settings_file
from plugins.language.messages import counted, message
from plugins.release.command_line import command

if TYPE_CHECKING:
    from plugins.documents.pelican_bridge import Build


def stop_at_findings(show: Callable[[float], None], built: "Build", folder: Path) -> None:
    """Before publishing: end with the errors that the audit finds in what would be published."""
    from plugins.audit.finding import at_least
    from plugins.language.problems import Severity
    from plugins.release.audited import judged
    from plugins.reports.audit import line_of

    _subject, findings = judged(built, folder, show, publishing=True)
    if errors := at_least(findings, Severity.ERROR):
        raise Exit("\n".join(line_of(finding, LANG) for finding in errors), code=1)


@command(
    _("Build the site into output/."),
    publish=_("build as for publishing: warnings stop it, the example company is refused"),
    output=_("folder to build into"),
)
def build(context: Context, publish: bool = False, output: str = "output", lang: str = "") -> None:
    from plugins.release.build import new_addresses, record_addresses, replaced
    from plugins.release.servers import write_server_files
    from plugins.release.state import PUBLISHED, record_published
    from plugins.reports.progress import halves, progress

    with progress(_("Building the site")) as show:
        building, judging = halves(show) if publish else (show, show)
        judge = partial(stop_at_findings, judging) if publish else None
        built = replaced(settings_file(publish), Path(output), building, judge)
    for warning in built.warnings:
        print(warning.in_language(LANG), file=sys.stderr)
    if publish:
        lines = new_addresses(built.site, built.settings["PUBLISHED"])
        record_addresses(ROOT / "content/data/addresses.csv", lines)
        record_published(ROOT / "state" / PUBLISHED, Path(output), built.settings["SITE_ADDRESS"])
    server = ROOT / "reports" / "server"
    write_server_files(server, Path(output), built.site, built.settings)
    pages = counted("%(count)s document", "%(count)s documents", len(built.site.live))
    waiting = len(built.site.documents) - len(built.site.live)
    say(message("%(pages)s → %(output)s", pages=pages, output=output))
    if waiting:
        say(counted("%(count)s more is not live yet", "%(count)s more are not live yet", waiting))
    for document in built.site.missed:
        why = "; ".join(problem.in_language(LANG) for problem in document.held)
        say(message("%(file)s missed its day, because: %(why)s", file=document.source, why=why))


@command(
    _("Preview the site and reload open pages when content, data or theme change."),
    port=_("port on this machine"),
    on=_("show the site as of a date, as 2027-01-12 or 2027-01-12 10:00"),
    drafts=_("show everything, finished or not, and mark what is not live"),
)
def serve(
    context: Context, port: str = "8000", on: str = "", drafts: bool = False, lang: str = ""
) -> None:
    from datetime import datetime

    from plugins.documents.front_matter import MOSCOW
    from plugins.release.payment import played, stand_in
    from plugins.release.preview import port_of, shown_of
    from plugins.release.preview import serve as preview

    shown = shown_of(on, drafts)
    address = f"http://localhost:{port}"
    say(message("The site: %(address)s (Ctrl+C stops it)", address=address))
    now = shown.on or datetime.now(MOSCOW)
    with played(stand_in(ROOT / "state", address, "", now), say):
        preview(ROOT, ROOT / "preview", port_of(port), shown)


@command(
    _("Start a new article, page or product as a draft."),
    kind=_("article, page or product"),
    title=_("title of the document"),
    language=_("language of the document: the name of its folder in content/"),
    slug=_("address of the document (proposed from the title)"),
)
def new(
    context: Context,
    kind: str = "",
    title: str = "",
    language: str = "",
    slug: str = "",
    lang: str = "",
) -> None:
    from datetime import datetime

    from plugins.documents.front_matter import MOSCOW
    from plugins.release.new import created

    now = datetime.now(MOSCOW)
    say(created(ROOT / "content", kind, title, language, slug, ask=input, now=now))


@command(_("Remove everything that builds and reports have made."))
def clean(context: Context, lang: str = "") -> None:
    made = [ROOT / name for name in ("output", "preview", "reports")]
    made += [*ROOT.glob(".output.*"), *ROOT.glob(".preview.*")]
    for path in made:
        path.unlink() if path.is_file() else shutil.rmtree(path, ignore_errors=True)


@command(_("Collect new interface words into the catalogs of locales/."))
def messages(context: Context, lang: str = "") -> None:
    from plugins.release.catalogs import update

    update(ROOT)


@command(
    _("Run the tests; arguments for pytest go into --only."),
    only=_("which tests: a file, a folder or an expression for -k"),
)
def test(context: Context, only: str = "", lang: str = "") -> None:
    chosen = f" {only}" if only and Path(only).exists() else f" -k '{only}'" if only else ""
    context.run(f"{sys.executable} -m pytest{chosen}", pty=False)


@command(_("Check code and layout: ruff, mypy, import-linter."))
def lint(context: Context, lang: str = "") -> None:
    context.run("make lint", pty=False)
