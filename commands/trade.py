"""Commands of the trade: keys that sign checkout links, rates of other currencies."""

from datetime import datetime

from invoke.context import Context
from invoke.exceptions import Exit

from commands import ROOT, _, say
from plugins.language.messages import message
from plugins.language.problems import Problem, ProblemsFound, expected
from plugins.release.command_line import command


@command(
    _("Keys that sign checkout links: new, list or retire."),
    action=_("new, list or retire"),
    to=_("with new: the file outside of the repository that gets the private key"),
    kid=_("with retire: the name of the key"),
    leaked=_("with retire: somebody else may have the key, its links die at once"),
)
def keys(
    context: Context, action: str, to: str = "", kid: str = "", leaked: bool = False, lang: str = ""
) -> None:
    from plugins.release.checkout_keys import keyring, listed, new_key, retire

    if action not in ("new", "list", "retire"):
        what = message("new, list or retire")
        raise ProblemsFound([Problem("invoke keys", 0, "", expected(what, f"'{action}'"))])
    ring = keyring(ROOT / "pelicanconf.py")
    done = {"new": lambda: new_key(ring, to), "retire": lambda: retire(ring, kid, leaked)}
    for line in done.get(action, lambda: listed(ring))():
        say(line)


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
