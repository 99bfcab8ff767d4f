"""A recurrence rule of iCalendar (RFC 5545) as text: what is wrong with it, and when it fires.

Times are those of the clock on the wall: the zone is added afterwards, so that 10:00 stays 10:00
when clocks are changed.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, tzinfo
from itertools import dropwhile, takewhile

from dateutil.rrule import rrule, rrulestr

from plugins.language.messages import Message, message

EXAMPLE = "FREQ=WEEKLY;BYDAY=TU;BYHOUR=10;BYMINUTE=0"
OFTEN = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
# The least and the greatest whole number of a part; the negative ones count from the end
NUMBERS = {
    "INTERVAL": (1, 1000),
    "COUNT": (1, 10_000),
    "BYSETPOS": (-366, 366),
    "BYMONTH": (1, 12),
    "BYMONTHDAY": (-31, 31),
    "BYYEARDAY": (-366, 366),
    "BYWEEKNO": (-53, 53),
    "BYHOUR": (0, 23),
    "BYMINUTE": (0, 59),
}
FROM_ZERO = ("BYHOUR", "BYMINUTE")
PARTS = ("FREQ", "UNTIL", "WKST", "BYDAY", *NUMBERS)
MOST_A_DAY = 24
HORIZON = 10
# The calendar repeats every 400 years, so a rule that never fires is sought at its very end:
# dateutil looks on until the year 9999
_AGES = 400 * 19
_LAST_SECOND = time(23, 59, 59)

_A_RULE = message("a rule of iCalendar such as %(example)s", example=EXAMPLE)
_HOW_OFTEN = message("FREQ=DAILY, WEEKLY, MONTHLY or YEARLY; more often nobody reads")
_AN_HOUR = message("a rule that names the hour, such as BYHOUR=10")
_TOO_MANY = message("at most %(limit)s slots a day", limit=MOST_A_DAY)
_ONE_END = message("either COUNT or UNTIL, not both")
_AN_END = message("an end such as UNTIL=20271231")
_FIRES = message("a rule that fires within %(years)s years of its start", years=HORIZON)
_FIRES_BEFORE = message("a rule that fires between its start and UNTIL")


def parts_of(rule: str) -> dict[str, str]:
    """The parts of a rule by name, as they stand; `RRULE:` before them is allowed."""
    text = "".join(rule.upper().split()).removeprefix("RRULE:").rstrip(";")
    pairs = (part.partition("=") for part in text.split(";"))
    return {name: value for name, _equals, value in pairs}


def wrong_rule(rule: str) -> Message | None:
    """What a rule must be, if it is not; whether it ever fires is asked by `never_fires`."""
    parts = parts_of(rule)
    if len(parts) < rule.strip().rstrip(";").count(";") + 1 or not all(parts.values()):
        return _A_RULE
    if parts.get("FREQ") not in OFTEN:
        return _HOW_OFTEN if "FREQ" in parts else _A_RULE
    if unknown := [name for name in parts if name not in PARTS]:
        known = ", ".join(PARTS)
        return message("parts such as %(known)s, not %(name)s", known=known, name=unknown[0])
    return _wrong_values(parts)


def _wrong_values(parts: Mapping[str, str]) -> Message | None:
    times = [len(set(parts.get(name, "0").split(","))) for name in FROM_ZERO]
    end = parts.get("UNTIL")
    faults = (
        (_AN_HOUR, "BYHOUR" not in parts),
        (_ONE_END, "COUNT" in parts and end is not None),
        (_AN_END, end is not None and _until(end, UTC) is None),
        (_TOO_MANY, times[0] * times[1] > MOST_A_DAY),
    )
    return next(
        (wrong for wrong in (*_wrong_numbers(parts), *(w for w, is_so in faults if is_so))),
        None if _understood(parts) else _A_RULE,
    )


def _wrong_numbers(parts: Mapping[str, str]) -> Iterator[Message]:
    for name, (least, most) in NUMBERS.items():
        given = parts[name].split(",") if name in parts else ()
        if not all(_is_within(text, name, least, most) for text in given):
            yield message("%(name)s from %(least)s to %(most)s", name=name, least=least, most=most)


def _is_within(text: str, name: str, least: int, most: int) -> bool:
    """Whether a text is a whole number between two others; zero only where it means something."""
    digits = text.removeprefix("+").removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 7):
        return False
    return least <= int(text) <= most and (int(text) != 0 or name in FROM_ZERO)


def never_fires(rule: str, start: date, zone: tzinfo) -> Message | None:
    """What a right rule must do, if it does not fire within ten years of its start."""
    parts = parts_of(rule)
    end = _until(parts.pop("UNTIL", ""), zone) or datetime.max
    shifted = datetime(start.year + _AGES, start.month, start.day)
    first = next(iter(_rule(parts, shifted)), None)
    if first is None or first.year - shifted.year > HORIZON:
        return _FIRES
    return _FIRES_BEFORE if first.replace(year=first.year - _AGES) > end else None


def wall_times(rule: str, start: date, zone: tzinfo, first: date, last: date) -> Iterator[datetime]:
    """When a right rule fires between two days, both included: times without a zone, in order."""
    parts = parts_of(rule)
    until = _until(parts.pop("UNTIL", ""), zone) or datetime.max
    end = min(until, datetime.combine(last, _LAST_SECOND))
    fired = _rule(parts, datetime.combine(start, time()))
    yield from dropwhile(lambda m: m.date() < first, takewhile(lambda m: m <= end, fired))


def _understood(parts: Mapping[str, str]) -> bool:
    try:
        _rule({name: parts[name] for name in parts if name != "UNTIL"}, datetime(2027, 1, 1))
    except (ValueError, TypeError, LookupError, OverflowError, AttributeError):
        return False
    return True


def _rule(parts: Mapping[str, str], start: datetime) -> rrule:
    whole = {"BYMINUTE": "0", **parts, "BYSECOND": "0"}
    found = rrulestr(";".join(f"{name}={value}" for name, value in whole.items()), dtstart=start)
    if not isinstance(found, rrule):
        raise TypeError
    return found


def _until(value: str, zone: tzinfo) -> datetime | None:
    """The last moment of a rule on the wall; a day without a time is meant as a whole."""
    for form in ("%Y%m%dT%H%M%S", "%Y%m%d"):
        try:
            end = datetime.strptime(value.removesuffix("Z"), form)
        except ValueError:
            continue
        if value.endswith("Z"):
            return end.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)
        return end if "T" in value else datetime.combine(end, _LAST_SECOND)
    return None
