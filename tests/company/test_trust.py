"""Nodes of a route, ways to pay, returns, milestones, hours: rules a type alone cannot hold."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from plugins.checkout import fitting
from plugins.company import Company, Delivery, Milestones, Payments, Questions, Returns
from plugins.company.check_digits import worked_digits
from plugins.company.company import DaysOff, Hours
from plugins.company.delivery import Route, Stop
from plugins.company.example import unmarked_cases
from plugins.company.mentioned import missing_company_pictures, missing_question_pages
from plugins.company.payments import Way
from plugins.documents import Document
from tests.audit.subjects import document, site
from tests.company.records import (
    COMPANY,
    LEGAL,
    MILESTONE,
    NODE,
    RETURNS,
    ROUTE,
    TEXT,
    WAY,
    Values,
    said,
)

PACKED = {"node": "packed", "days_from": "20", "days_to": "25"}


def delivery(stops: list[Values], nodes: list[Values]) -> Values:
    routes = [ROUTE | {"stops": stops}]
    return {"checked": "2026-11-14", "evidence": TEXT, "routes": routes, "nodes": nodes}


def test_a_route_tells_how_long_it_stays_at_a_node() -> None:
    route = Route.model_validate(ROUTE | {"stops": [{"node": "accepted"}, PACKED]})

    assert (stop := route.stop("packed"))
    assert (stop.days_from, stop.days_to) == (20, 25)
    assert (included := route.stop("accepted"))
    assert included.days_to is None
    assert route.stop("delivered") is None


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"days_to": "19"}, "days_to: expected at least days_from (20), got '19'"),
        (
            {"stops": [PACKED | {"days_to": "26"}]},
            "stops: expected stops whose days add up to those of the route (20–25), got '20–26'",
        ),
        ({"stops": [PACKED | {"node": "moon"}]}, "stops[1].node: expected one of accepted, "),
    ],
)
def test_what_is_said_of_a_wrong_route(changes: dict[str, Any], complaint: str) -> None:
    (found,) = said(Route, ROUTE | changes)

    assert found.startswith(complaint)


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"days_from": "2"}, "days_to: expected both days_from and days_to, or neither"),
        ({"days_to": "2"}, "days_to: expected both days_from and days_to, or neither"),
        ({"days_from": "2", "days_to": "1"}, "days_to: expected at least days_from (2), got '1'"),
    ],
)
def test_what_is_said_of_a_wrong_stop(values: Values, complaint: str) -> None:
    (found,) = said(Stop, {"node": "packed"} | values)

    assert found.startswith(complaint)


def test_each_stop_of_a_route_is_told() -> None:
    assert said(Delivery, delivery([PACKED], [NODE])) == []
    assert said(Delivery, delivery([PACKED], [])) == [
        "nodes: expected a node for each stop of a route (packed), got nothing"
    ]


@pytest.mark.parametrize(
    ("amount", "takes"), [("0.99", False), ("1", True), ("700000", True), ("700000.01", False)]
)
def test_a_way_to_pay_takes_what_lies_between_its_bounds(amount: str, takes: bool) -> None:
    assert Way.model_validate(WAY).takes(Decimal(amount)) is takes


def test_ways_that_fit_an_amount_in_their_order() -> None:
    free = WAY | {"key": "invoice", "least": None, "most": None}
    values = {"checked": "2026-11-14", "evidence": TEXT, "ways": [WAY, free]}
    payments = Payments.model_validate(values)

    def fit(amount: int) -> list[str]:
        found = fitting(payments.ways, Decimal(amount), "RU", date(2026, 11, 22))
        return [way.key for way in found]

    assert fit(900000) == ["invoice"]
    assert fit(900) == ["sbp", "invoice"]


def test_a_bound_that_lies_below_the_other() -> None:
    assert said(Way, WAY | {"least": "5", "most": "4"}) == [
        "most: expected at least least (5), got '4'"
    ]


def test_fewer_days_to_return_than_the_law_gives() -> None:
    assert said(Returns, RETURNS) == []
    assert said(Returns, RETURNS | {"return_days": "6"}) == [
        "return_days: expected at least 7, got '6'"
    ]


def test_a_milestone_has_a_condition_and_a_key_of_its_own() -> None:
    values = {"checked": "2026-11-14", "evidence": TEXT, "milestones": [MILESTONE, MILESTONE]}
    assert said(Milestones, values) == [
        "milestones[2].key: expected a key that nothing above has, got 'request'"
    ]
    values["milestones"] = [MILESTONE | {"accepted_when": []}]
    assert said(Milestones, values) == [
        "milestones[1].accepted_when: expected a list with at least one item, got a list"
    ]


def test_a_key_stands_once_wherever_there_are_keys() -> None:
    """Keys are anchors of pages and names for writers."""
    ways = {"checked": "2026-11-14", "evidence": TEXT, "ways": [WAY, WAY]}
    person = {"key": "a b", "name": TEXT, "role": TEXT, "about": TEXT}

    assert said(Payments, ways) == ["ways[2].key: expected a key that nothing above has, got 'sbp'"]
    assert said(Company, COMPANY | {"people": [person]}) == [
        "people[1].key: expected a short name of letters, digits and hyphens, got 'a b'"
    ]


# --- The firm ---


def test_days_off_end_after_they_begin() -> None:
    values = {"name": TEXT, "first": "2027-01-08", "last": "2027-01-01"}
    assert said(DaysOff, values) == [
        "last: expected a day not before first (2027-01-08), got '2027-01-01'"
    ]


def test_hours_by_the_clock_of_another_city() -> None:
    hours = Hours.model_validate({"days": ["mon"], "opens": "09:00", "closes": "18:00"})
    now = datetime(2026, 11, 22, 1, tzinfo=ZoneInfo("Asia/Vladivostok"))

    assert hours.seen_from("Asia/Vladivostok", now) == (time(16), time(1))
    assert hours.seen_from("Europe/Moscow", now) == (time(9), time(18))


def test_check_digits_are_worked_out_as_the_rules_say() -> None:
    inn, ogrn = worked_digits(Company.model_validate(COMPANY))

    assert inn.sum.startswith("7×2 + 7×4 + 0×10")
    assert (inn.total, inn.divisor, inn.rest, inn.digit) == (42, 11, 9, 9)
    assert (ogrn.total, ogrn.divisor) == (121770000000, 11)
    assert ogrn.digit == int(ogrn.number[-1])


def test_no_arithmetic_for_numbers_of_other_countries() -> None:
    foreign = COMPANY | {"jurisdiction": "CN", "registration": "9144", "inn": None, "ogrn": None}
    foreign = {key: value for key, value in foreign.items() if value is not None}

    assert worked_digits(Company.model_validate(foreign)) == ()


def test_a_map_and_a_photograph_that_are_not_there() -> None:
    person = {"key": "a", "name": TEXT, "role": TEXT, "about": TEXT}
    photo = {"file": "pictures/a.jpg", "alt": TEXT}
    there = {"file": "pictures/map.svg", "alt": TEXT}
    changes = {"addresses": [LEGAL | {"map": there}], "people": [person | {"photo": photo}]}
    company = Company.model_validate(COMPANY | changes)
    here = site(files=["pictures/map.svg"])
    found = missing_company_pictures(here, company=company, lines={"pictures/a.jpg": 5})

    assert [problem.in_language("en") for problem in found] == [
        "content/data/company.yaml:5: file: the picture pictures/a.jpg is not there; "
        "add the file or mend its name"
    ]


def test_pages_of_questions_are_there() -> None:
    questions = [{"question": TEXT, "answer": TEXT, "page": p} for p in ("pages/a.md", "", "b.md")]
    group = {"key": "a", "name": TEXT, "questions": questions}
    asked = Questions.model_validate({"checked": "2026-11-14", "groups": [group]})
    here = site(document("ru/pages/a.md"))
    found = list(missing_question_pages(here, questions=asked, lines={"b.md": 9}))

    assert [problem.in_language("en") for problem in found] == [
        "content/data/questions.yaml:9: page: expected a published page, its path "
        "below one of content/ru/, content/en/, got 'b.md'"
    ]
    assert list(missing_question_pages(here, questions=None, lines={})) == []


@pytest.mark.parametrize(
    ("case", "example", "found"),
    [
        (document("ru/cases/a.md", kind="case"), True, 1),
        (document("ru/cases/a.md", kind="case", sample="вымышлена"), True, 0),
        (document("ru/cases/a.md", kind="case"), False, 0),
        (document("ru/pages/a.md"), True, 0),
    ],
    ids=["unmarked", "marked", "a real firm", "a page"],
)
def test_a_case_of_the_example_firm_says_that_it_is_one(
    case: Document, example: bool, found: int
) -> None:
    company = Company.model_validate(COMPANY | {"example": example})

    assert len(list(unmarked_cases(site(case), company=company))) == found
