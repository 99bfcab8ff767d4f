"""What we promise and how it is checked (service.yaml)."""

from typing import Annotated, Literal

from plugins.company.keys import EACH_KEY_ONCE, Key
from plugins.company.localized import Localized
from plugins.company.moments import Date
from plugins.data_files import Record


class Promise(Record):
    """One promise, what proves it, and what follows when it is broken."""

    key: Key
    name: Localized
    promise: Localized
    evidence: Localized
    if_broken: Localized


class Answer(Record):
    """The short answer to one of the five doubts; `page` is the page that answers it in full.

    `{days}` in the statement stands for the days of the fastest route.
    """

    doubt: Literal["pay", "arrive", "real", "lawful", "answer"]
    question: Localized
    statement: Localized
    evidence: Localized
    checked: Date
    page: str


class Repair(Record):
    """A degree of trouble, and how soon we answer and mend it."""

    severity: Localized
    means: Localized
    answer: Localized
    mended: Localized
    evidence: Localized


class Service(Record):
    """The promises, times of repair by severity, and the five answers."""

    checked: Date
    promises: Annotated[tuple[Promise, ...], EACH_KEY_ONCE] = ()
    repairs: tuple[Repair, ...] = ()
    answers: tuple[Answer, ...] = ()
