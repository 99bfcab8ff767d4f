"""How the plan speaks: moments, states, documents and reasons in the reader's language."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from babel.dates import format_date

from plugins.documents import Document, Status
from plugins.documents.front_matter import MOSCOW
from plugins.keywords.evidence import Evidence
from plugins.language.messages import Message, counted, message
from plugins.language.numbers import NO_BREAK
from plugins.language.numbers import date as date_of
from plugins.language.problems import NOTHING, Problem, Severity
from plugins.reports.audit import NAMES
from plugins.reports.keywords.concerns import CONTENT
from plugins.reports.keywords.figures import number
from plugins.schedule.agenda import Entry, State
from plugins.schedule.gaps import Gap
from plugins.schedule.plan import Plan, Task

STATES = {
    State.OUT: message("on the site"),
    State.COMING: message("comes out"),
    State.HELD: message("will be held back"),
    State.UNFINISHED: message("not finished"),
    State.MISSED: message("missed its day"),
    State.SLIPPED: message("its day is over, not finished"),
    State.GONE: message("has left"),
    State.PROPOSED: message("next in the queue"),
    State.FREE: message("free slot"),
    State.EMPTY: message("slot went by empty"),
}

STAGES = {Status.IDEA: message("only an idea"), Status.DRAFT: message("still a draft")}


@dataclass(frozen=True)
class Wording:
    """Sentences of a plan for a reader of a language (ISO 639-1 code)."""

    lang: str
    plan: Plan

    def said(self, what: Message) -> str:
        """A message in the reader's language."""
        return what.in_language(self.lang)

    def number(self, value: int) -> str:
        """A whole number."""
        return number(value, self.lang)

    def state(self, entry: Entry) -> str:
        """What becomes of an entry of the agenda."""
        return self.said(STATES[entry.state])

    def day(self, moment: date | None, weekday: bool = False) -> str:
        """A day in Moscow: «12 января», with its year where that is not the plan's."""
        if moment is None:
            return ""
        here = moment.astimezone(MOSCOW) if isinstance(moment, datetime) else moment
        pattern = "EEEE, d MMMM" if weekday else "d MMMM"
        if here.year != self.plan.months[0].year:
            pattern += " y"
        text = format_date(here, pattern, locale=self.lang)
        return text.replace(" ", NO_BREAK).replace(f",{NO_BREAK}", ", ")

    def when(self, moment: datetime | None) -> str:
        """A moment in Moscow: «вторник, 12 января, 10:00»."""
        if moment is None:
            return ""
        return f"{self.day(moment, weekday=True)}, {_time(moment)}"

    def days(self, count: int) -> str:
        """How many days are left, or for how many something is late."""
        if count == 0:
            return self.said(message("today"))
        if count < 0:
            return self.said(counted("%(count)s day ago", "%(count)s days ago", -count))
        return self.said(counted("in %(count)s day", "in %(count)s days", count))

    def why(self, problems: Iterable[Problem]) -> str:
        """What keeps a document in, all of it in one line; what is not there is needed."""
        found = tuple(problems)
        needs = [self.said(what) for what in map(_needed, found) if what]
        other = [
            ": ".join(filter(None, (problem.place, self.said(problem.message))))
            for problem in found
            if _needed(problem) is None
        ]
        if needs:
            other.insert(0, self.said(message("needs %(what)s", what="; ".join(needs))))
        return "; ".join(other)

    def due(self, days: int) -> str:
        """Since when, or when, a text is to be looked at again."""
        if days < 0:
            return self.said(counted("due for %(count)s day", "due for %(count)s days", -days))
        return self.days(days)

    def queue(self, key: str, lang: str) -> str:
        """Which queue is meant; nothing where there is only one."""
        rules = self.plan.schedule.slots if self.plan.schedule else ()
        of_one = rules[0].languages or self.plan.site.languages if rules else ()
        names = [key] if len(rules) > 1 else []
        return ", ".join([*names, *([lang] if len(of_one) > 1 or names else [])])

    def gap(self, gap: Gap) -> str:
        """A hole in the plan, with the queue where there are several."""
        first, last = self.day(gap.first), self.day(gap.last)
        if gap.last is None:
            what = message("no finished article has a day from %(first)s on", first=first)
        else:
            what = counted(
                "from %(first)s to %(last)s no finished article comes out: %(count)s week",
                "from %(first)s to %(last)s no finished article comes out: %(count)s weeks",
                gap.weeks,
                first=first,
                last=last,
            )
        return ": ".join(filter(None, (self.queue(gap.key, gap.lang), self.said(what))))

    def asked(self, task: Task) -> str:
        """How often people ask for what nobody has written; nothing where that is unknown."""
        frequency = task.brief.group.frequency
        if not frequency:
            return ""
        times = counted(
            "asked %(number)s time",
            "asked %(number)s times",
            frequency,
            number=self.number(frequency),
        )
        return self.said(times)

    def named(self, found: Iterable[Evidence]) -> list[Document]:
        """The documents of a brief."""
        return [self.plan.site.by_source[evidence.document] for evidence in found]

    def severity(self, severity: Severity) -> str:
        """How much something matters."""
        return self.said(NAMES[severity])

    def stage(self, document: Document) -> str:
        """That a text is not finished, in the words of its Status."""
        return self.said(STAGES[document.status])

    def upper(self, text: str) -> str:
        """A sentence with a capital letter and a full stop; a file keeps its letters."""
        first = text[:1] if text.startswith(CONTENT) else text[:1].upper()
        return f"{first}{text[1:]}."

    def more(self, count: int) -> str:
        """How many things of a list are not shown."""
        return self.said(message("… and %(n)s more", n=self.number(count)))

    def as_of(self) -> str:
        """The moment that the plan tells of."""
        now = self.plan.site.now
        what = message(
            "As of %(when)s, Moscow time", when=f"{date_of(now, self.lang)}, {_time(now)}"
        )
        return self.said(what)

    def calm(self) -> str:
        """That no alarm is on."""
        weeks = self.plan.schedule.gap_alarm if self.plan.schedule else 0
        what = counted(
            "No stretch without an article is longer than %(count)s week.",
            "No stretch without an article is longer than %(count)s weeks.",
            weeks,
        )
        return self.said(what)

    def free_slots(self) -> str:
        """How many slots nobody would fill, and until when."""
        what = counted(
            "%(count)s free slot until %(day)s",
            "%(count)s free slots until %(day)s",
            len(self.plan.free),
            day=self.day(self.plan.until),
        )
        return self.said(what)

    def nothing_for(self, days: int) -> str:
        """That nothing has come out for some time."""
        what = counted(
            "Nothing has come out for %(count)s day.",
            "Nothing has come out for %(count)s days.",
            days,
        )
        return self.said(what)

    def claim(self) -> str:
        """The one thing to know: what comes out next, and when."""
        found = self.plan.next
        if found is None:
            return self.said(message("No finished article has a day ahead"))
        when = self.when(found.published)
        return self.said(message("Next: «%(title)s», %(when)s", title=found.title, when=when))


def _time(moment: datetime) -> str:
    return f"{moment.astimezone(MOSCOW):%H:%M}"


def _needed(problem: Problem) -> Message | None:
    """What is not there at all, if that is what is wrong."""
    values = dict(problem.message.values)
    what = values.get("what")
    return what if values.get("got") == NOTHING and isinstance(what, Message) else None
