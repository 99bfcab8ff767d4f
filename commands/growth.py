"""Commands that tell what to do for the site: key phrases, links, the audit."""

import shutil
import sys
from pathlib import Path

from invoke.context import Context
from invoke.exceptions import Exit

from commands import LANG, ROOT, _, say
from plugins.language.messages import message
from plugins.language.problems import ProblemsFound
from plugins.release.command_line import command, unreachable


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
