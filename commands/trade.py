"""Commands of the trade: keys of links, rates, the payment service played here."""

from datetime import datetime

from invoke.context import Context
from invoke.exceptions import Exit

from commands import LANG, ROOT, _, say
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
    _(
        "Play the payment service on this machine: orders, failures, notices; no money.\n\n"
        "`invoke serve` plays it beside the site. By itself it takes the links of\n"
        "a site that is served already: press “Buy” there, or send the cart,\n"
        "confirm the order, choose what the bank answers, and see what the buyer\n"
        "is told. Its first page lists the orders. Ctrl+C stops it; the orders\n"
        "stay in state/."
    ),
    port=_("port on this machine; links signed on trial lead to 8010"),
    site=_("address of the site whose links it takes and to which buyers return"),
    notify=_("address on this machine to which notices are sent (none: they are not sent)"),
    host=_("address to serve on; this machine only"),
)
def pay(
    context: Context,
    port: str = "8010",
    site: str = "http://localhost:8000",
    notify: str = "",
    host: str = "localhost",
    lang: str = "",
) -> None:
    import os

    from plugins.documents.front_matter import MOSCOW, moment_of
    from plugins.release.payment import first_words, play, stand_in
    from plugins.release.preview import port_of

    now = moment_of("VITRINA_NOW", os.environ) or datetime.now(MOSCOW)
    service = stand_in(ROOT / "state", site, notify, now)
    for line in first_words(service, f"http://{host}:{port}/", site):
        say(line)
    play(service, port_of(port), host)


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


@command(
    _("Report on the funnel from exports: visitors, products, carts, payments, and what is lost."),
    files=_(
        "exports of Metrica (visits, hits) and of orders, or folders of them; "
        "--files may be left out"
    ),
    demo=_("a report of invented visitors, to see what it looks like"),
)
def funnel(context: Context, files: str = "", demo: bool = False, lang: str = "") -> None:
    from plugins.release.funnel_run import funnel_of
    from plugins.reports.funnel import told, write_funnel
    from plugins.reports.progress import progress

    with progress(_("Counting the funnel")) as show:
        counted = funnel_of(ROOT / "pelicanconf.py", files.splitlines(), demo, show)
    page = write_funnel(ROOT / "reports" / "funnel", counted, LANG)
    print(*told(counted, LANG), sep="\n")
    say(message("report: %(page)s", page=page.relative_to(ROOT)))
    if counted.reading.refused:
        raise Exit(code=1)
