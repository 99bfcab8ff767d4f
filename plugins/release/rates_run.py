"""`invoke rates`: ask the Bank of Russia, keep the last answer, say which rates are in use."""

import csv
import io
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path

from plugins.checkout.cbr import rates_in
from plugins.checkout.rates import latest
from plugins.company import Payments, Rate
from plugins.data_files import DataFiles
from plugins.language.messages import Message, message
from plugins.language.problems import ProblemsFound
from plugins.language.spoken import Day, Joined
from plugins.release.web import Web

FILE = "rates.csv"
COLUMNS = ("date", "source", "currency", "nominal", "rate")
# The Bank sets rates for the next working day; the longest holidays are shorter than this
AHEAD = timedelta(days=14)
Say = Callable[[Message], None]


def run(folder: Path, address: str, today: date, say: Say, web: Web | None = None) -> int:
    """Renew rates.csv in the folder of data; 0 when its rates are the newest there are, else 1.

    A file that cannot be read is written anew; one that can stays whatever goes wrong.
    """
    with DataFiles(folder) as data:
        payments = data.optional(Payments, "payments.yaml")
    wanted = payments.currencies if payments else ()
    if not wanted:
        say(message("payments.yaml lists no currencies to show beside roubles: nothing to ask"))
        return 0
    kept = _kept(folder)
    found, why = _asked(address, wanted, web or Web())
    if why is None and found[0].date > today + AHEAD:
        why = message("they are of %(date)s, which is far ahead", date=Day(found[0].date))
    if why is None and any(_newer(kept, rate) for rate in found):
        why = message("they are of %(date)s, older than ours", date=Day(found[0].date))
    if why is not None:
        return _keep(kept, wanted, why, say)
    _write(folder / FILE, (*(r for r in kept if r.currency not in wanted), *found))
    for rate in found:
        say(_told(rate))
    return 0


def _asked(
    address: str, wanted: Iterable[str], web: Web
) -> tuple[tuple[Rate, ...], Message | None]:
    """New rates, or why there are none."""
    answer = web.get(address)
    if answer.failure is not None:
        return (), answer.failure
    if answer.status != 200:
        return (), message("the server answered %(status)s", status=answer.status)
    try:
        return rates_in(answer.body, tuple(wanted), address), None
    except ProblemsFound as found:
        return (), message("%(problems)s", problems=Joined(found.problems, "; "))


def _newer(kept: Iterable[Rate], rate: Rate) -> bool:
    own = latest(kept, rate.currency)
    return own is not None and own.date > rate.date


def _kept(folder: Path) -> tuple[Rate, ...]:
    """The rates of the last time; none where the file cannot be read."""
    try:
        with DataFiles(folder) as data:
            return data.rows(Rate, FILE)
    except ProblemsFound:
        return ()


def _keep(kept: tuple[Rate, ...], wanted: Iterable[str], why: Message, say: Say) -> int:
    """Say why nothing new came, and what stays."""
    say(message("no new rates: %(why)s", why=why))
    for currency in wanted:
        if rate := latest(kept, currency):
            say(message("the last one stays: %(rate)s", rate=_told(rate)))
        else:
            say(message("%(currency)s has no rate: pages leave it out", currency=currency))
    return 1


def _told(rate: Rate) -> Message:
    return message(
        "%(nominal)s %(currency)s = %(rate)s RUB, %(date)s (%(source)s)",
        nominal=rate.nominal,
        currency=rate.currency,
        rate=rate.rate,
        date=Day(rate.date),
        source=rate.source,
    )


def _write(file: Path, rates: Iterable[Rate]) -> None:
    """The whole file at once, so that a crash leaves the old one."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    rows.writerows([getattr(rate, name) for name in COLUMNS] for rate in rates)
    beside = file.with_suffix(".new")
    beside.write_text(text.getvalue(), "utf-8")
    beside.replace(file)
