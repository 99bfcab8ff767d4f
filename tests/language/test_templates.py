"""Interface words in templates: the language of the page, values escaped."""

from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from plugins.language.templates import gettext, ngettext

pytestmark = pytest.mark.usefixtures("catalogs")
HOSTILE = "<b>&\"'</b>"


def rendered(template: str, **values: Any) -> str:
    """A template as the theme's are rendered: with autoescape, undefined names are errors."""
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    environment.globals.update(_=gettext, ngettext=ngettext, listing=None, article=None, page=None)
    return environment.from_string(template).render(**values)


def document(lang: str) -> SimpleNamespace:
    return SimpleNamespace(lang=lang)


@pytest.mark.parametrize("name", ["listing", "article", "page"])
@pytest.mark.parametrize(("lang", "word"), [("ru", "ничего"), ("en", "nothing")])
def test_the_page_decides_the_language(name: str, lang: str, word: str) -> None:
    assert word == rendered("{{ _('nothing') }}", **{name: document(lang)})


def test_a_list_decides_before_the_page_that_introduces_it() -> None:
    values = {"listing": document("ru"), "page": document("en")}

    assert rendered("{{ _('nothing') }}", **values) == "ничего"


@pytest.mark.parametrize(("values", "word"), [({"lang": "ru"}, "ничего"), ({}, "nothing")])
def test_a_page_without_a_document_names_its_language(values: dict[str, str], word: str) -> None:
    assert word == rendered("{{ _('nothing') }}", **values)


@pytest.mark.parametrize(
    ("number", "russian", "english"),
    [
        (1, "1\u00a0день", "1\u00a0day"),
        (2, "2\u00a0дня", "2\u00a0days"),
        (11, "11\u00a0дней", "11\u00a0days"),
    ],
)
def test_a_number_decides_the_form(number: int, russian: str, english: str) -> None:
    template = "{{ ngettext('%(num)s day', '%(num)s days', number) }}"

    assert russian == rendered(template, number=number, page=document("ru"))
    assert english == rendered(template, number=number, page=document("en"))


def test_values_are_escaped_once() -> None:
    template = "{{ _('Good day, %(name)s', name=name) }}"
    shown = rendered(template, name=HOSTILE, page=document("ru"))

    assert shown == "Добрый день, &lt;b&gt;&amp;&#34;&#39;&lt;/b&gt;"


def test_values_beside_a_number_are_escaped_too() -> None:
    template = "{{ ngettext('%(num)s <i>of</i> %(name)s', 'many', 1, name=name) }}"
    shown = rendered(template, name=HOSTILE, page=document("en"))

    assert shown == "1 <i>of</i> &lt;b&gt;&amp;&#34;&#39;&lt;/b&gt;"


def test_what_is_markup_already_stays_markup() -> None:
    template = "{{ _('Good day, %(name)s', name='<b>'|safe) }}"

    assert rendered(template, page=document("en")) == "Good day, <b>"


def test_words_are_typeset_but_tags_stay() -> None:
    template = "{{ _('Good day, %(name)s', name=name) }}"

    plain = rendered(template, name='"Печь" и 5 кг', page=document("ru"))
    marked = rendered(template, name=Markup('<a href="/">5 кг</a>'), page=document("ru"))

    assert plain.endswith("и\u00a05\u00a0кг")
    assert marked.endswith('<a href="/">5 кг</a>')
