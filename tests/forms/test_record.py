"""forms.yaml: what is right, what is wrong and how it is said; which pages carry which form."""

from datetime import time

import pytest

from plugins.company import Legal
from plugins.company.company import Hours
from plugins.data_files import read_yaml
from plugins.forms import NO_FORMS, Forms, sources
from plugins.forms.rules import absent_pages, form_rules, unnamed_purposes
from plugins.language.problems import Problem
from plugins.security import Sources
from tests.company.records import TEXT
from tests.documents.examples import document, site

SEGMENTS = """
segments:
  - key: delivery
    name: {ru: Доставка, en: Delivery}
"""
QUESTION = """
forms:
  - kind: question
    purpose: answer
    products: true
    pages: [pages/contacts.md]
"""
REMINDER = "forms:\n  - kind: reminder\n    purpose: remind\n    pages: [pages/payment-failed.md]\n"
SUBSCRIBE = "  - kind: subscribe\n    purpose: news\n    pages: [pages/subscription.md]\n"
CONTACTS = document("ru/pages/contacts.md")
KETTLE = document("ru/products/kettle.md", kind="product", product="K-1")
HOURS = {"days": ["mon"], "opens": "09:00", "closes": "18:00"}
LEGAL = Legal.model_validate(
    {
        "version": "2026-11-23",
        "storage": {"ru": "в России", "en": "in Russia"},
        "purposes": [
            {
                "key": key,
                "consent": consent,
                **dict.fromkeys(("name", "data", "basis", "term"), TEXT),
            }
            for key, consent in (("answer", True), ("order", False))
        ],
    }
)


def read(text: str) -> tuple[Forms | None, list[Problem]]:
    return read_yaml(Forms, "forms.yaml", text.encode())


def forms(text: str) -> Forms:
    found, problems = read(text)
    assert found
    assert not problems
    return found


def said(text: str, lang: str = "en") -> list[str]:
    _, problems = read(text)
    return [problem.in_language(lang) for problem in problems]


def test_a_form_stands_on_its_pages_and_on_goods() -> None:
    found = forms(QUESTION)
    assert [form.kind for form in found.on(CONTACTS)] == ["question"]
    assert found.asks(KETTLE)
    assert not found.asks(document("ru/pages/index.md"))
    assert not NO_FORMS.asks(CONTACTS)


def test_one_endpoint_for_all_or_one_for_a_form() -> None:
    found = forms("endpoint: https://example.com/all\n" + SEGMENTS + QUESTION + SUBSCRIBE)
    assert {found.sent_to(form) for form in found.forms} == {"https://example.com/all"}
    own = "    endpoint: https://forms.example.com:8443/question\n"
    question, subscribe = forms(SEGMENTS + QUESTION + own + SUBSCRIBE).forms
    assert question.endpoint == "https://forms.example.com:8443/question"
    assert forms(QUESTION).sent_to(subscribe) is None
    assert forms("endpoint: https://forms.example.com\n").endpoint == "https://forms.example.com"


def test_a_reminder_takes_the_endpoint_of_all_or_its_own() -> None:
    own = "    endpoint: https://example.com/remind\n"
    for text in (REMINDER + own, "endpoint: https://example.com/remind\n" + REMINDER):
        found = forms(text)
        assert found.sent_to(found.forms[0]) == "https://example.com/remind"


def test_the_policy_names_the_endpoint_where_its_form_is() -> None:
    found = forms("endpoint: https://example.com:8443/all\n" + QUESTION)
    assert list(sources(found)) == [
        Sources(
            "form-action", ("https://example.com:8443",), 'action="https://example.com:8443/all"'
        ),
        Sources(
            "connect-src", ("https://example.com:8443",), 'action="https://example.com:8443/all"'
        ),
    ]
    assert list(sources(forms(QUESTION))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "endpoint: http://example.com/all\n",
            "forms.yaml:1: endpoint: expected an https address without ? and #, such as "
            "https://example.com/forms, got 'http://example.com/all'",
        ),
        (
            "endpoint: https://example.com/x?y=<script>\n",
            "forms.yaml:1: endpoint: expected an https address without ? and #, such as "
            "https://example.com/forms, got 'https://example.com/x?y=<script>'",
        ),
        (
            QUESTION + "  - kind: poll\n    purpose: answer\n    pages: [pages/x.md]\n",
            "forms.yaml:7: forms[2].kind: expected one of question, callback, quote, subscribe, "
            "reminder, got 'poll'",
        ),
        (
            QUESTION + "  - kind: question\n    purpose: answer\n    pages: [pages/x.md]\n",
            "forms.yaml:7: forms[2].kind: expected a kind that nothing above has, got 'question'",
        ),
        (
            "forms:\n  - kind: quote\n    purpose: answer\n",
            "forms.yaml:2: forms[1].pages: expected a page that carries the form, or "
            "«products: true», got nothing",
        ),
        (
            "forms:\n  - kind: quote\n    purpose: answer\n    pages: [/oplata/]\n",
            "forms.yaml:4: forms[1].pages[1]: expected a page below a language's folder: "
            "pages/contacts.md, got '/oplata/'",
        ),
        (
            "forms:\n" + SUBSCRIBE,
            "forms.yaml:1: forms: expected segments above, because there is a form «subscribe», "
            "got a list",
        ),
        (
            REMINDER,
            "forms.yaml:1: forms: expected an endpoint for the form «reminder»: a letter reminds "
            "nobody, got a list",
        ),
        (
            QUESTION + "    endpoit: https://example.com/x\n",
            "forms.yaml:7: forms[1].endpoit: expected a known key, got 'endpoit'; "
            "did you mean endpoint?",
        ),
    ],
)
def test_what_is_wrong_is_said(text: str, expected: str) -> None:
    assert said(text) == [expected]
    assert "ожидалось" in said(text, "ru")[0]


def test_pages_that_nobody_wrote_and_purposes_that_nobody_named() -> None:
    found = forms(SEGMENTS + QUESTION + SUBSCRIBE)
    lines = {"pages/contacts.md": 9, "pages/subscription.md": 12, "answer": 7, "news": 11}
    absent = list(absent_pages(site(CONTACTS), found, lines))
    assert [problem.in_language("en") for problem in absent] == [
        "content/data/forms.yaml:12: forms[2].pages[1]: expected a page that is there, such as "
        "pages/contacts.md, got pages/subscription.md"
    ]
    unnamed = list(unnamed_purposes(site(), found, LEGAL, lines))
    assert [problem.in_language("ru") for problem in unnamed] == [
        "content/data/forms.yaml:11: forms[2].purpose: ожидалось: цель из legal.yaml, у которой "
        "«consent: true» (answer); получено: 'news'; добавьте её туда, и посетители прочтут, "
        "зачем нужны их данные"
    ]


def test_rules_know_the_lines() -> None:
    found = forms(SEGMENTS + QUESTION + SUBSCRIBE)
    rules = form_rules(found, LEGAL, lambda _file, words: dict.fromkeys(words, 3))
    problems = [problem for rule in rules for problem in rule(site(CONTACTS))]
    assert [(problem.line, problem.place) for problem in problems] == [
        (3, "forms[2].pages[1]"),
        (3, "forms[2].purpose"),
    ]


@pytest.mark.parametrize(
    ("opens", "closes", "expected"),
    [
        ("09:00", "18:00", "9-11 11-13 13-15 15-17 17-18"),
        ("10:00", "14:00", "10-12 12-14"),
        ("09:00", "11:30", "9-11:30"),
        ("09:00", "09:30", "9-9:30"),
        ("08:00", "23:59", "8-10 10-12 12-14 14-16 16-18 18-20 20-22 22-23:59"),
    ],
)
def test_calls_are_offered_within_the_hours(opens: str, closes: str, expected: str) -> None:
    hours = Hours.model_validate({**HOURS, "opens": opens, "closes": closes})
    shown = [f"{_short(start)}-{_short(end)}" for start, end in NO_FORMS.call_times(hours)]
    assert " ".join(shown) == expected


def _short(moment: time) -> str:
    return f"{moment:%-H:%M}".removesuffix(":00")
