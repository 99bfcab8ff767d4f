"""Commands of the trade: rates of other currencies beside roubles."""

from datetime import datetime

from invoke.context import Context
from invoke.exceptions import Exit

from commands import ROOT, _, say
from plugins.release.command_line import command


@command(
    _("Bring the Bank of Russia's rates for prices in other currencies beside roubles."),
    source=_("another address of the same XML"),
)
def rates(context: Context, source: str = "", lang: str = "") -> None:
    from plugins.checkout.cbr import ADDRESS
    from plugins.documents.front_matter import MOSCOW
    from plugins.release.rates_run import run

    today = datetime.now(MOSCOW).date()
    if code := run(ROOT / "content" / "data", source or ADDRESS, today, say):
        raise Exit(code=code)
