"""`plan.ics` read back as a calendar program reads it."""

from datetime import date, timedelta
from typing import Any

from icalendar import Calendar

from plugins.reports.plan.calendar_file import calendar_of
from plugins.reports.plan.wording import Wording
from plugins.schedule.plan import Plan, plan_of
from tests.reports.plan.sample import OWNER, bare, plan, text
from tests.schedule.schedules import NOW, moscow, schedule, site


def ics(found: Plan, lang: str = "ru") -> bytes:
    return calendar_of(Wording(lang, found), OWNER)


def events(found: Plan, lang: str = "ru") -> dict[str, Any]:
    read = Calendar.from_ical(ics(found, lang))
    return {str(event["SUMMARY"]): event for event in read.walk("VEVENT")}


def test_it_is_a_calendar_with_its_own_zone_that_repeats_byte_for_byte() -> None:
    read: Any = Calendar.from_ical(ics(plan()))

    assert read["VERSION"] == "2.0"
    assert str(read["X-WR-CALNAME"]) == "Печь и Верстак: план публикаций"
    assert [str(zone["TZID"]) for zone in read.walk("VTIMEZONE")] == ["Europe/Moscow"]
    assert not any(component.errors for component in read.walk())
    assert ics(plan()) == ics(plan())


def test_an_article_is_an_event_with_its_state_its_lacks_and_where_it_is() -> None:
    found = events(plan())
    out, held = (
        found["На сайте: Как упаковать станок в дорогу"],
        found["Не выйдет: Склад в Маньчжурии"],
    )

    assert out["DTSTART"].dt == moscow("2027-01-12 10:00")
    assert out["DTSTART"].params["TZID"] == "Europe/Moscow"
    assert out["DTEND"].dt - out["DTSTART"].dt == timedelta(minutes=30)
    assert (out["STATUS"], out["URL"]) == ("CONFIRMED", "https://example.com/packing/")
    assert (held["STATUS"], "URL" in held) == ("TENTATIVE", False)
    assert str(held["DESCRIPTION"]) == (
        "content/ru/blog/held.md\nНужно: картинка в тексте или строка «Picture: none»."
    )


def test_free_slots_are_tentative_and_nothing_makes_people_busy() -> None:
    found = events(plan(), "en")

    assert found["Free slot"]["STATUS"] == "TENTATIVE"
    assert {event["TRANSP"] for event in found.values()} == {"TRANSPARENT"}
    assert "run invoke schedule" in str(found["Free slot"]["DESCRIPTION"])


def test_deadlines_and_departures_are_whole_days() -> None:
    found = events(plan(), "en")
    due, leaves = (
        found["Should be ready: Как читать инвойс"],
        found["Leaves the site: Зимние скидки на печи"],
    )

    assert (due["DTSTART"].dt, due["DTEND"].dt) == (date(2027, 1, 29), date(2027, 1, 30))
    assert due["DTSTART"].params["VALUE"] == "DATE"
    assert leaves["DTSTART"].dt == date(2027, 1, 31)


def test_an_article_keeps_its_uid_when_it_moves_and_when_the_clock_goes_on() -> None:
    before = text("x", "Статья", published=moscow("2027-03-02 10:00"))
    after = text("x", "Другой заголовок", published=moscow("2027-03-09 10:00"))
    first = plan_of(site(before), schedule())
    second = plan_of(site(after, now=NOW + timedelta(days=2)), schedule())

    (one,) = [e for name, e in events(first).items() if "Статья" in name]
    (other,) = [e for name, e in events(second).items() if "Другой" in name]
    assert one["UID"] == other["UID"]
    assert other["DTSTAMP"].dt > one["DTSTAMP"].dt


def test_the_clock_alone_changes_nothing_in_an_event() -> None:
    found = plan_of(site(now=NOW), schedule())
    later = plan_of(site(now=NOW + timedelta(hours=1)), schedule())

    assert ics(found) == ics(later)


def test_uids_are_unique() -> None:
    read = Calendar.from_ical(ics(plan(weeks=50)))
    uids = [str(event["UID"]) for event in read.walk("VEVENT")]

    assert len(uids) == len(set(uids))


def test_long_lines_are_folded_between_letters_and_hostile_titles_come_back_whole() -> None:
    title = "Щ" * 300 + "; BEGIN:VALARM, \\n «а» %s \\, конец"
    data = ics(plan_of(site(text("x", title, published=moscow("2027-03-02 10:00"))), None))

    lines = data.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    for line in lines:
        line.decode("utf-8")
    assert f"Выйдет: {title}" in {
        str(event["SUMMARY"]) for event in Calendar.from_ical(data).walk("VEVENT")
    }


def test_nothing_planned_is_an_empty_calendar() -> None:
    assert events(bare()) == {}
