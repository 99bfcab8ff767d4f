"""Commands that bring the site to its visitors and tell search engines of it."""

from invoke.context import Context
from invoke.exceptions import Exit

from commands import LANG, ROOT, _, say, settings_file
from plugins.language.problems import ProblemsFound
from plugins.release.command_line import command, unreachable


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
    _("Bring the published site up to date: build, audit, send what changed, verify, tell of it."),
    now=_("clock of the release, as 2027-01-12 10:00 (for tests and replays)"),
    back=_("publish although the clock is earlier than that of the last release"),
    dry_run=_("only say what would be sent and removed"),
    check=_("only say when the last release came through; fail if two slots have passed since"),
)
def release(
    context: Context,
    now: str = "",
    back: bool = False,
    dry_run: bool = False,
    check: bool = False,
    lang: str = "",
) -> None:
    from plugins.release.overdue_run import checked
    from plugins.release.release import HeldBack, Voice
    from plugins.release.release_run import Options, run
    from plugins.reports.progress import progress

    try:
        if check:
            return say(checked(ROOT, now))
        run(ROOT, Options(now, back, dry_run), Voice(say, lambda t: progress(t.in_language(LANG))))
    except OSError as error:
        raise Exit(unreachable(error).in_language(LANG), code=2) from None
    except ProblemsFound as found:
        raise Exit(found.in_language(LANG), code=1 if isinstance(found, HeldBack) else 2) from None
