"""Commands that bring the site to its visitors and tell search engines of it."""

from invoke.context import Context
from invoke.exceptions import Exit

from commands import LANG, ROOT, _, say, settings_file
from plugins.language.problems import ProblemsFound
from plugins.release.command_line import command


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
