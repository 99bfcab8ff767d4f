"""Sentences and numbers of the report in the reader's language; small numbers stay small."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from urllib.parse import unquote

from babel.dates import format_date
from markupsafe import Markup

from plugins.funnel.chance import LEAST, Share
from plugins.funnel.exports import Left
from plugins.funnel.found import Week
from plugins.funnel.states import REFUSALS
from plugins.funnel.steps import NAMES, Step
from plugins.language.messages import Message, counted, message
from plugins.language.numbers import NO_BREAK, rubles
from plugins.language.numbers import date as day
from plugins.reports.funnel.names import REASONS, SOURCES, WAYS
from plugins.reports.funnel.part import NO_GROUP, NO_PAGE, Counted
from plugins.reports.keywords.figures import number
from plugins.reports.keywords.wording import path as file_path

FINE = 0.01


@dataclass(frozen=True)
class Wording:
    """Sentences for a reader of a language (ISO 639-1 code)."""

    lang: str
    counted: Counted

    def said(self, what: Message) -> str:
        """A sentence."""
        return what.in_language(self.lang)

    def number(self, value: int) -> str:
        """A whole number."""
        return number(value, self.lang)

    def share(self, share: Share) -> str:
        """«3 of 7» where there are few cases, else per cent with the interval."""
        if not share.whole:
            return "—"
        if share.small:
            return self.said(message("%(part)s of %(whole)s", part=share.part, whole=share.whole))
        low, high = share.interval
        digits = 0 if high - low >= FINE else 1
        ends = [self._decimal(100 * end, digits) for end in (low, high)]
        percent = self._percent(self._decimal(100 * share.value, digits))
        return f"{percent} ({ends[0]}–{self._percent(ends[1])})"

    def step(self, step: Step) -> str:
        """The name of a step."""
        return self.said(NAMES[step])

    def week(self, week: Week) -> str:
        """The Monday of a week."""
        return format_date(week.monday, "d MMM y", locale=self.lang).replace(" ", NO_BREAK)

    def open_yet(self, week: Week) -> bool:
        """Whether its visitors still have time for a step when the exports end."""
        last = self.counted.funnel.last
        if last is None:
            return False
        return (last.date() - week.monday).days < self.counted.funnel.window + 7

    def source(self, name: str) -> str:
        """Where visitors came from."""
        known = SOURCES.get(name)
        return self.said(known) if known else name

    def group(self, name: str) -> str:
        """A group of key phrases."""
        special = {
            NO_GROUP: message("pages without key phrases"),
            NO_PAGE: message("addresses that the site does not know"),
        }
        return self.said(special[name]) if name in special else name

    def page(self, path: str) -> Markup:
        """A page by title and file, else its path: HTML."""
        known = self.counted.known(path)
        if known:
            return Markup("%s %s") % (known.title, file_path(known.source))
        return Markup('<code class="path">%s</code>') % self.path(path)

    def plain_page(self, path: str) -> str:
        """A page in a sentence: its title and path."""
        known = self.counted.known(path)
        return f"«{known.title}» ({known.source})" if known else self.path(path)

    def path(self, path: str) -> str:
        """A path in letters."""
        return unquote(path) or self.said(message("no address"))

    def way(self, name: str) -> str:
        """A way to pay."""
        known = WAYS.get(name.lower())
        return self.said(known) if known else name

    def reason(self, code: str) -> str:
        """A failure code with its words."""
        known = REASONS.get(REFUSALS.get(code, code))
        return f"{self.said(known)} ({code})" if known else code

    def money(self, minor: int, currency: str) -> str:
        """A sum without kopecks."""
        whole = round(Decimal(minor) / 100)
        if currency == "RUB":
            return rubles(whole, self.lang)
        return f"{self.number(whole)}{NO_BREAK}{currency}"

    def span(self) -> str:
        """The days that the exports tell of."""
        first, last = self.counted.funnel.first, self.counted.funnel.last
        if not first or not last:
            return self.said(message("Nothing in the exports has a date."))
        days = message("From %(first)s to %(last)s", first=self._day(first), last=self._day(last))
        return self.said(days)

    def left(self, left: Left) -> str:
        """Lines that were left out: how many, why, the first of them."""
        parts = [f"{self.number(left.count)}: {self.said(left.why)}"]
        if left.lines:
            first = ", ".join(map(str, left.lines))
            more = "…" if left.count > len(left.lines) else ""
            lines = counted(
                "line %(lines)s", "lines %(lines)s", len(left.lines), lines=first + more
            )
            parts.append(self.said(lines))
        if left.samples:
            parts.append(", ".join(f"«{sample}»" for sample in left.samples))
        return "; ".join(parts)

    def counting(self) -> str:
        """How visitors are counted, and how long they have for a step."""
        what = counted(
            "Each visitor counts once at each step that they came to within %(count)s day of "
            "their first visit. Whoever is at a step has passed those before it.",
            "Each visitor counts once at each step that they came to within %(count)s days of "
            "their first visit. Whoever is at a step has passed those before it.",
            self.counted.funnel.window,
        )
        return self.said(what)

    def brackets(self) -> str:
        """What stands in brackets behind a share, and why it is not always there."""
        what = message(
            "In brackets stands where the share lies 19 times of 20 (Wilson's interval). Of fewer "
            "than %(least)s cases there is no per cent: chance decides too much.",
            least=LEAST,
        )
        return self.said(what)

    def joined(self) -> str:
        """How many orders belong to visitors of the exports, and how many stand apart."""
        found = self.counted.funnel.joined
        if found.known == found.all:
            return self.said(message("All orders belong to visitors of these exports."))
        what = message(
            "Of %(all)s orders %(known)s belong to visitors of these exports. Apart stand "
            "%(unknown)s whose ClientID has no visit here and %(without)s without a ClientID: "
            "their buyers refused to be counted, or the order does not tell it.",
            all=self.number(found.all),
            known=self.number(found.known),
            unknown=self.number(found.unknown),
            without=self.number(found.without),
        )
        return self.said(what)

    def rows(self, count: int) -> str:
        """How many lines were read."""
        return self.said(
            counted("%(n)s line read", "%(n)s lines read", count, n=self.number(count))
        )

    def more(self, count: int) -> str:
        """How many rows are not shown."""
        return self.said(message("… and %(n)s more", n=self.number(count)))

    @property
    def least(self) -> int:
        """The fewest cases for per cent."""
        return LEAST

    def _day(self, moment: datetime) -> str:
        return day(moment.date(), self.lang)

    def _decimal(self, value: float, digits: int) -> str:
        text = f"{value:.{digits}f}"
        return text.replace(".", ",") if self.lang == "ru" else text

    def _percent(self, text: str) -> str:
        return f"{text}{NO_BREAK}%" if self.lang == "ru" else f"{text}%"
