"""How the firm is reached: its phones, when they are answered, and in which languages."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from plugins.company import Company
from plugins.company.company import Day, Hours
from plugins.structured_data.node import Node, node
from plugins.structured_data.page import Page

DAYS = {
    Day.MON: "https://schema.org/Monday",
    Day.TUE: "https://schema.org/Tuesday",
    Day.WED: "https://schema.org/Wednesday",
    Day.THU: "https://schema.org/Thursday",
    Day.FRI: "https://schema.org/Friday",
    Day.SAT: "https://schema.org/Saturday",
    Day.SUN: "https://schema.org/Sunday",
}
# Opening and closing at midnight: not open at all
CLOSED = time(0)


def contact_points(page: Page, company: Company) -> list[Node]:
    """A contact a phone; the hours stand in the first, the others refer to them."""
    usual = _hours(page, company.hours)
    days_off = [
        node(
            "OpeningHoursSpecification",
            f"{page.facts.address}/#closed-{off.first}",
            name=page.said(off.name),
            validFrom=off.first.isoformat(),
            validThrough=off.last.isoformat(),
            opens=_with_offset(CLOSED, company.hours, off.first),
            closes=_with_offset(CLOSED, company.hours, off.first),
        )
        for off in company.hours.closed
        if off.last >= page.site.now.date()
    ]
    hours = [usual, *days_off]
    known = [{"@id": each["@id"]} for each in hours]
    return [
        node(
            "ContactPoint",
            telephone=phone.number,
            contactType=page.said(phone.label),
            availableLanguage=[lang for lang in page.site.languages if page.site.home(lang)],
            hoursAvailable=known if number else hours,
        )
        for number, phone in enumerate(company.phones)
    ]


def _hours(page: Page, hours: Hours) -> Node:
    day = page.site.now.date()
    return node(
        "OpeningHoursSpecification",
        f"{page.facts.address}/#hours",
        dayOfWeek=[DAYS[each] for each in hours.days],
        opens=_with_offset(hours.opens, hours, day),
        closes=_with_offset(hours.closes, hours, day),
    )


def _with_offset(moment: time, hours: Hours, day: date) -> str:
    """A time of day with the distance of its zone to Greenwich: «09:00:00+03:00»."""
    return datetime.combine(day, moment, ZoneInfo(hours.zone)).isoformat().partition("T")[2]
