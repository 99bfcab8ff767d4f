"""When articles come out: slots by rule, days off and what to do on them (schedule.yaml)."""

from datetime import date
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, ValidationInfo, field_validator, model_validator

from plugins.company.keys import EACH_KEY_ONCE, Key
from plugins.company.localized import Localized
from plugins.company.moments import Date
from plugins.data_errors import must_be, wrong_items
from plugins.data_files import Record
from plugins.language.messages import message
from plugins.schedule.recurrence import never_fires, wrong_rule

MOSCOW = "Europe/Moscow"
YEARS = (2000, 2199)
LONGEST = 366
_A_ZONE = message("a time zone such as Europe/Moscow or Asia/Vladivostok")
_A_YEAR = message("a day of the years %(first)s to %(last)s", first=YEARS[0], last=YEARS[1])
_NOT_BEFORE = message("a last day that is not before the first")
_SHORTER = message("at most %(days)s days off at a stretch", days=LONGEST)
_A_LANGUAGE = message("a language code of two small letters, such as ru")


def _known_zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError):
        raise must_be(_A_ZONE) from None
    return value


def _near(value: date) -> date:
    if not YEARS[0] <= value.year <= YEARS[1]:
        raise must_be(_A_YEAR)
    return value


def _language(value: str) -> str:
    if not (len(value) == 2 and value.isascii() and value.islower()):
        raise must_be(_A_LANGUAGE)
    return value


Zone = Annotated[str, AfterValidator(_known_zone)]
Day = Annotated[Date, AfterValidator(_near)]
Language = Annotated[str, AfterValidator(_language)]


class SlotRule(Record):
    """A queue: when its slots come (RRULE, from a day on, in a zone), and for which articles.

    No languages, or no categories: articles of all.
    """

    key: Key
    starts: Day
    zone: Zone = MOSCOW
    rule: str
    languages: tuple[Language, ...] = ()
    categories: tuple[str, ...] = ()

    @field_validator("rule")
    @classmethod
    def _comes(cls, rule: str, so_far: ValidationInfo) -> str:
        wrong = wrong_rule(rule)
        if wrong is None and "starts" in so_far.data:
            wrong = never_fires(
                rule, so_far.data["starts"], ZoneInfo(so_far.data.get("zone", MOSCOW))
            )
        if wrong is not None:
            raise must_be(wrong)
        return rule

    def takes(self, lang: str, category: str) -> bool:
        """Whether the slots are for articles of this language and category."""
        return (not self.languages or lang in self.languages) and (
            not self.categories or category in self.categories
        )


class DayOff(Record):
    """Days of our own on which nothing comes out, the first and the last included."""

    name: Localized
    first: Day
    last: Day

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise wrong_items([(("last",), _NOT_BEFORE, self.last)])
        if (self.last - self.first).days >= LONGEST:
            raise wrong_items([(("last",), _SHORTER, self.last)])
        return self


class Schedule(Record):
    """All slots, and what happens to one that falls on a day off.

    `gap_alarm` is how many weeks may stand empty before we are warned; `margin` how many hours
    before a slot it is too late to fill it.
    """

    slots: Annotated[tuple[SlotRule, ...], Field(min_length=1), EACH_KEY_ONCE]
    days_off: tuple[DayOff, ...] = ()
    russian_holidays: bool = True
    on_day_off: Literal["skip", "next-working-day"] = "next-working-day"
    gap_alarm: Annotated[int, Field(ge=1, le=52)] = 2
    margin: Annotated[int, Field(ge=0, le=720)] = 0
