"""Commands. Each takes its arguments, calls one function and says what came of it."""

import shutil
import sys
from pathlib import Path

from invoke.context import Context
from invoke.exceptions import Exit

from plugins.language.messages import Message, catalog, counted, message
from plugins.language.problems import ProblemsFound
from plugins.release.command_line import (
    command,
    invoke_arguments,
    spoken_language,
    unreachable,
)

ROOT = Path(__file__).parent
LANG = spoken_language(invoke_arguments())
_ = catalog(LANG).gettext


def say(text: Message) -> None:
    """A sentence on the terminal."""
    print(text.in_language(LANG))


def settings_file(publish: bool) -> Path:
    """The settings of a local or of a publishing build."""
    return ROOT / ("publishconf.py" if publish else "pelicanconf.py")


def stop_at_findings() -> None:
    """Before publishing: end with the errors that the audit finds in what would be published."""
    from plugins.audit.finding import at_least
    from plugins.language.problems import Severity
    from plugins.release.audited import audited
    from plugins.reports.audit import line_of
    from plugins.reports.progress import progress

    with progress(_("Auditing the site")) as show:
        _subject, findings = audited(settings_file(publish=True), show, publishing=True)
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
    from plugins.reports.progress import progress

    if publish:
        stop_at_findings()
    with progress(_("Building the site")) as show:
        built = replaced(settings_file(publish), Path(output), show)
    for warning in built.warnings:
        print(warning.in_language(LANG), file=sys.stderr)
    if publish:
        lines = new_addresses(built.site, built.settings["PUBLISHED"])
        record_addresses(ROOT / "content/data/addresses.csv", lines)
        record_published(ROOT / "state" / PUBLISHED, Path(output), built.settings["SITE_ADDRESS"])
    write_server_files(ROOT / "reports" / "server", Path(output), built.settings["REDIRECTS"])
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
    from plugins.release.preview import port_of, shown_of
    from plugins.release.preview import serve as preview

    shown = shown_of(on, drafts)
    address = f"http://localhost:{port}"
    say(message("The site: %(address)s (Ctrl+C stops it)", address=address))
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


@command(
    _("Give ready articles the free slots of schedule.yaml: writes their Date lines."),
    dry_run=_("only show what would be written"),
)
def schedule(context: Context, dry_run: bool = False, lang: str = "") -> None:
    from plugins.release.scheduled import scheduled
    from plugins.reports.schedule import shown_diff, told

    filling, changes, rules = scheduled(ROOT / "pelicanconf.py", dry_run=dry_run)
    for change in changes:
        print(*shown_diff(change.diff, coloured=sys.stdout.isatty()), sep="\n")
    print(*told(filling, rules, dry_run=dry_run, lang=LANG), sep="\n")


@command(
    _("Show the plan: a page, a table here, a calendar file, a weekly digest as an e-mail."),
    weeks=_("how many weeks ahead free slots are told of"),
)
def plan(context: Context, weeks: str = "12", lang: str = "") -> None:
    from plugins.release.planned import planned, weeks_of
    from plugins.reports.plan import told, write_plan
    from plugins.reports.progress import progress

    horizon = weeks_of(weeks)
    with progress(_("Looking ahead")) as show:
        found, owner = planned(ROOT / "pelicanconf.py", horizon, show)
    page = write_plan(ROOT / "reports" / "plan", found, owner, LANG)
    print(*told(found, LANG, shutil.get_terminal_size().columns), sep="\n")
    say(message("report: %(page)s", page=page.relative_to(ROOT)))


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
    _("Report on key phrases; with --import, merge an export of them into the relevance map."),
    import_=_("file to import: Wordstat, Key Collector, Topvisor, Webmaster, Search Console"),
    language=_("language of the imported phrases: the name of its folder in content/"),
)
def keywords(context: Context, import_: str = "", language: str = "ru", lang: str = "") -> None:
    if import_:
        from plugins.keywords.importing import imported, told
        from plugins.release.addresses import addresses_of

        known = addresses_of(ROOT / "pelicanconf.py")
        for line in told(imported(ROOT / "content", language, Path(import_), known), language):
            say(line)
        return
    from plugins.release.audited import phrases_judged
    from plugins.reports.keywords import told as told_phrases
    from plugins.reports.keywords import write_keywords
    from plugins.reports.progress import progress

    with progress(_("Looking for key phrases")) as show:
        subject, findings = phrases_judged(ROOT / "pelicanconf.py", show)
    folder = ROOT / "reports" / "keywords"
    page = write_keywords(folder, subject.studies, findings, subject.site, LANG)
    print(*told_phrases(subject.studies, findings, LANG), sep="\n")
    say(message("report: %(page)s", page=page.relative_to(ROOT)))


@command(
    _("Report on internal links: what was linked, what was not and why, and what could be."),
    why=_("explain one document in the terminal, as ru/blog/x.md"),
    suggest=_("print links that writers could make by hand"),
)
def links(context: Context, why: str = "", suggest: bool = False, lang: str = "") -> None:
    from plugins.release.linked import linked
    from plugins.reports import links as report
    from plugins.reports.progress import progress

    with progress(_("Looking for links")) as show:
        found = linked(ROOT / "pelicanconf.py", show)
    if why:
        print(*report.why(found, why, LANG), sep="\n")
        return
    if suggest:
        print(*report.suggested(found, LANG), sep="\n")
        return
    page = report.write_links(ROOT / "reports" / "links", found, LANG)
    print(*report.told(found, LANG), sep="\n")
    say(message("report: %(page)s", page=page.relative_to(ROOT)))


@command(
    _("Tell search engines by IndexNow which pages are new, changed or gone since the last time."),
    dry_run=_("print what would be sent, and send nothing"),
    begin=_("take what is published now as known to the engines, and send nothing"),
    all_=_("send every page once more; engines ask to do this only for a start"),
)
def indexnow(
    context: Context, dry_run: bool = False, begin: bool = False, all_: bool = False, lang: str = ""
) -> None:
    from plugins.release.telling_run import Wish, run

    wish = Wish(dry_run, begin, all_)
    try:
        code = run(settings_file(publish=True), ROOT / "state", wish, say)
    except ProblemsFound as problems:
        raise Exit(problems.in_language(LANG), code=2) from None
    if code:
        raise Exit(code=code)


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


@command(
    _("Find what is wrong with the site and say what to do about it."),
    json=_("write all findings into this file as JSON"),
    gate=_("fail on findings as severe as this: error, warning or advice"),
    publish=_("judge as for publishing"),
)
def audit(
    context: Context,
    json: str = "",
    gate: str = "error",
    publish: bool = False,
    lang: str = "",
) -> None:
    from plugins.audit.finding import at_least, gate_of
    from plugins.release.audited import audited
    from plugins.reports.audit import as_json, line_of, summary, write_audit
    from plugins.reports.progress import progress

    try:
        least = gate_of(gate)
        with progress(_("Auditing the site")) as show:
            subject, findings = audited(ROOT / "pelicanconf.py", show, publishing=publish)
        report = write_audit(ROOT / "reports" / "audit", findings, len(subject.pages), LANG)
        if json:
            Path(json).write_text(as_json(findings, LANG), "utf-8")
    except ProblemsFound as problems:
        raise Exit(problems.in_language(LANG), code=2) from None
    except OSError as error:
        raise Exit(unreachable(error).in_language(LANG), code=2) from None
    for finding in findings:
        print(line_of(finding, LANG))
    found = summary(findings, len(subject.pages))
    say(message("%(found)s; report: %(page)s", found=found, page=report.relative_to(ROOT)))
    if at_least(findings, least):
        raise Exit(code=1)
