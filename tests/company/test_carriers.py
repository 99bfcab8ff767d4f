"""Carriers: forms that need no script, and what a wrong record is told."""

from typing import Any

import pytest

from plugins.company import Carriers
from plugins.company.carriers import Carrier, Form
from plugins.data_files import read_yaml
from tests.company.records import CARRIER, TEXT, said
from tests.reading import ROOT

TRACK = "https://post.example/track"


def carriers(*changes: dict[str, Any]) -> dict[str, Any]:
    records = [CARRIER | change for change in changes]
    return {"checked": "2026-11-14", "evidence": TEXT, "carriers": records}


@pytest.mark.parametrize(
    ("url", "form"),
    [
        (f"{TRACK}?id={{number}}", Form(TRACK, "id", ())),
        (f"{TRACK}/?lang=ru&id={{number}}", Form(f"{TRACK}/", "id", (("lang", "ru"),))),
        ("https://post.example/", None),
    ],
)
def test_a_form_makes_the_address_of_the_carrier(url: str, form: Form | None) -> None:
    assert Carrier.model_validate(CARRIER | {"url": url}).form == form


def test_hosts_of_forms_for_a_policy_each_once() -> None:
    links = {"key": "link", "url": "https://link.example/"}
    found = Carriers.model_validate(carriers({}, {"key": "same"}, links))

    assert found.form_hosts == ("https://post.example",)


QUERY = (
    "url: expected the number once, as the value of a query (…/track?id={number}), "
    "or an address without a number, which becomes a link, got "
)


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"url": "http://a.example"}, "url: expected an address that begins with https://, got "),
        ({"url": "https://a.example/{number}"}, QUERY),
        ({"url": "https://a.example/?a={number}&b={number}"}, QUERY),
        ({"url": "https://a.example/?a=n{number}"}, QUERY),
        ({"url": "https://a.example/?a={number}#top"}, QUERY),
        ({"pattern": ""}, "pattern: expected a pattern of the number such as [0-9]{10}, got "),
        ({"pattern": "["}, "pattern: expected a pattern of the number such as [0-9]{10}, got "),
        ({"example": "12"}, "example: expected a number that fits the pattern [0-9]{4}, got '12'"),
    ],
)
def test_what_is_said_of_a_wrong_carrier(changes: dict[str, str], complaint: str) -> None:
    (found,) = said(Carrier, CARRIER | changes)

    assert found.startswith(complaint)


def test_a_carrier_without_a_pattern_is_named_with_its_line_in_both_languages() -> None:
    text = "checked: 2026-11-14\nevidence: {ru: а, en: a}\ncarriers:\n  - key: post\n"
    text += "    name: {ru: а, en: a}\n    url: https://a.example/\n    example: '1'\n"
    text += "    looks: {ru: а, en: a}\n    checked: 2026-11-14\n"
    (problem,) = read_yaml(Carriers, "carriers.yaml", text.encode())[1]

    assert problem.in_language("en") == (
        "carriers.yaml:4: carriers[1].pattern: expected a value, got nothing"
    )
    assert problem.in_language("ru").startswith("carriers.yaml:4: carriers[1].pattern: ожидалось")


def test_a_key_stands_once() -> None:
    assert said(Carriers, carriers({}, {})) == [
        "carriers[2].key: expected a key that nothing above has, got 'post'"
    ]


@pytest.mark.parametrize(
    "pattern",
    ["[0-9-]{4}", r"\d{2}\-?\d{2}", r"(?P<n>\d{4})", "[0-9]{4}+", r"\A\d{4}\Z", "[(0-9]{4}"],
)
def test_a_pattern_that_a_browser_would_ignore(pattern: str) -> None:
    """Browsers read patterns with the flag v, and ignore a pattern that they do not know."""
    (found,) = said(Carrier, CARRIER | {"pattern": pattern, "example": "1234"})

    assert found.startswith("pattern: expected a pattern that browsers know: a backslash before")


@pytest.mark.parametrize("pattern", [r"[0-9\-]{4}", r"\d{2}-?\d{2}", "(?:[0-9]|[A-ZА-ЯЁ]){4,}?"])
def test_a_pattern_that_browsers_know(pattern: str) -> None:
    assert said(Carrier, CARRIER | {"pattern": pattern, "example": "1234"}) == []


def test_patterns_of_the_shipped_carriers_are_right() -> None:
    data = (ROOT / "content/data/carriers.yaml").read_bytes()

    assert read_yaml(Carriers, "carriers.yaml", data)[1] == []
