"""What the graph of each kind of page says, and that its script can stand in any page."""

import json
from typing import Any

import pytest

from judges.json_ld import scripts_of
from plugins.company import Company
from plugins.documents import Document
from plugins.listings import listings
from plugins.structured_data.graph import graph, structured_data, written
from plugins.structured_data.node import node
from tests.company.records import COMPANY, PHONE, TEXT
from tests.documents.examples import document, site
from tests.structured_data.examples import (
    ABOUT,
    ASKED_PAGE,
    BLOG,
    CONTACTS,
    GLOSSARY,
    HOME,
    HOSTILE,
    PAGES,
    SEARCH,
    SETTINGS,
    TERMS_HTML,
    page,
)

ORGANIZATION = "https://example.com/#organization"
Nodes = dict[str, dict[str, Any]]


def told(here: Document, *others: Document, html: str = "", **values: Any) -> Nodes:
    """The nodes of a page by their types."""
    return {each["@type"]: each for each in graph(page(here, *others, html=html, **values))}


def test_every_page_is_part_of_a_site_of_the_firm() -> None:
    nodes = told(document("ru/pages/x.md", title='"Печь" - это просто', description="О печах."))

    assert nodes["WebPage"] == {
        "@type": "WebPage",
        "@id": "https://example.com/x/#webpage",
        "url": "https://example.com/x/",
        "name": "«Печь» — это просто",
        "description": "О печах.",
        "inLanguage": "ru",
        "isPartOf": {"@id": "https://example.com/#website"},
        "breadcrumb": {"@id": "https://example.com/x/#breadcrumb"},
    }
    assert nodes["WebSite"]["publisher"] == {"@id": ORGANIZATION}
    assert nodes["Organization"].keys() == {"@type", "@id", "name", "url"}


def test_each_language_has_its_site_and_all_have_one_firm() -> None:
    nodes = told(document("en/pages/x.md", url="en/x/"))

    assert nodes["WebSite"]["@id"] == "https://example.com/en/#website"
    assert nodes["Organization"]["@id"] == ORGANIZATION


@pytest.mark.parametrize(
    ("here", "kind"),
    [(HOME, "WebPage"), (ABOUT, "AboutPage"), (CONTACTS, "ContactPage"), (ASKED_PAGE, "FAQPage")],
)
def test_a_page_is_of_its_kind(here: Document, kind: str) -> None:
    assert kind in told(here)


def test_the_way_to_a_page_ends_with_the_page() -> None:
    (way,) = [each for each in graph(page(ABOUT)) if each["@type"] == "BreadcrumbList"]
    assert [(step["position"], step["item"]) for step in way["itemListElement"]] == [
        (1, "https://example.com/"),
        (2, "https://example.com/o-nas/"),
    ]


def test_home_has_no_way_to_it_and_tells_how_to_search() -> None:
    nodes = told(HOME)

    assert "BreadcrumbList" not in nodes
    assert "breadcrumb" not in nodes["WebPage"]
    assert nodes["WebPage"]["about"] == {"@id": ORGANIZATION}
    target = nodes["WebSite"]["potentialAction"]["target"]
    assert target["urlTemplate"] == "https://example.com/search/?q={query}"


@pytest.mark.parametrize("here", [HOME, ABOUT, CONTACTS])
def test_the_firm_is_told_in_full_where_the_site_tells_of_it(here: Document) -> None:
    firm = told(here)["Organization"]

    assert (firm["taxID"], firm["foundingDate"]) == ("7700000009", "2021-03-15")
    assert firm["identifier"] == [node("PropertyValue", name="ОГРН", value="1217700000000")]
    assert firm["address"]["addressCountry"] == "RU"
    assert [place["name"] for place in firm["location"]] == ["Склад"]
    assert "sameAs" not in firm
    assert "hasCredential" not in firm


def test_a_foreign_firm_has_the_number_of_its_own_register() -> None:
    abroad = {"jurisdiction": "CN", "inn": None, "ogrn": None, "registration": "91440600MA4"}
    firm = told(ABOUT, company=Company.model_validate(COMPANY | abroad))["Organization"]

    assert "taxID" not in firm
    assert firm["identifier"] == [
        node("PropertyValue", name="Регистрационный номер", value="91440600MA4")
    ]


def test_profiles_and_credentials_stand_there_if_there_are_any() -> None:
    more = {
        "profiles": [{"name": TEXT, "url": "https://vk.com/firm"}],
        "credentials": [{"name": TEXT, "number": "7", "issuer": TEXT, "since": "2024-05-20"}],
    }
    firm = told(ABOUT, company=Company.model_validate(COMPANY | more))["Organization"]

    assert firm["sameAs"] == ["https://vk.com/firm"]
    assert firm["hasCredential"] == [
        node(
            "Credential",
            name="текст",
            identifier="7",
            recognizedBy=node("Organization", name="текст"),
            dateCreated="2024-05-20",
        )
    ]


def test_hours_carry_their_zone_and_stand_once() -> None:
    hours = {"days": ["mon"], "opens": "09:00", "closes": "18:00", "zone": "Asia/Vladivostok"}
    closed = {"name": TEXT, "first": "2027-01-01", "last": "2027-01-08"}
    past = {"name": TEXT, "first": "2026-01-01", "last": "2026-01-08"}
    changes = {"hours": hours | {"closed": [past, closed]}, "phones": [PHONE, PHONE]}
    firm = told(CONTACTS, company=Company.model_validate(COMPANY | changes))["Organization"]
    first, second = firm["contactPoint"]
    usual, off = first["hoursAvailable"]

    assert (usual["opens"], usual["closes"]) == ("09:00:00+10:00", "18:00:00+10:00")
    assert (off["validFrom"], off["validThrough"]) == ("2027-01-01", "2027-01-08")
    assert second["hoursAvailable"] == [{"@id": usual["@id"]}, {"@id": off["@id"]}]


def test_people_stand_on_the_page_about_the_firm() -> None:
    person = told(ABOUT)["Person"]

    assert person["@id"] == person["url"] == "https://example.com/o-nas/#vetrova_"
    assert (person["name"], person["jobTitle"]) == ("Марина Ветрова", "доставка")
    assert person["worksFor"] == {"@id": ORGANIZATION}


def test_short_questions_stand_with_their_answers() -> None:
    (question,) = told(ASKED_PAGE)["FAQPage"]["mainEntity"]

    assert question["name"] == "Что такое «эскроу»?"
    assert question["acceptedAnswer"]["text"] == "Счёт у третьей стороны."


def test_a_page_of_questions_without_questions_is_a_page() -> None:
    assert "mainEntity" not in told(ASKED_PAGE, questions=None)["WebPage"]


def test_the_answer_to_a_question_is_the_text_of_its_page() -> None:
    here = document("ru/questions/x.md", kind="question", title="Где груз?", template="question")
    html = "<p>В&nbsp;пути.</p>\n<ol><li>Жди\u00adте.</li></ol>"
    question = told(here, html=html)["QAPage"]["mainEntity"]

    assert question["name"] == "Где груз?"
    assert question["answerCount"] == 1
    assert question["acceptedAnswer"]["text"] == "В пути.\nЖдите."


def test_a_question_without_an_answer_is_a_page() -> None:
    here = document("ru/questions/x.md", kind="question", template="question")
    assert not {"Question", "QAPage"} & told(here).keys()


def test_terms_of_a_glossary_are_headings_with_what_they_mean() -> None:
    terms = told(GLOSSARY, html=TERMS_HTML)["DefinedTermSet"]["hasDefinedTerm"]
    assert terms == [
        {
            "@type": "DefinedTerm",
            "@id": "https://example.com/glossary/#gross",
            "name": "Брутто",
            "description": "Вместе с ящиком.",
        }
    ]


def test_a_glossary_without_terms_is_a_page() -> None:
    assert "mainEntity" not in told(GLOSSARY, html="<p>Скоро.</p>")["WebPage"]


def test_a_list_counts_on_over_its_pages() -> None:
    articles = [
        document(f"ru/blog/{n}.md", kind="article", title=f"Статья {n}", url=f"blog/{n}/")
        for n in range(14)
    ]
    whole = site(*PAGES, *articles)
    second = [each for each in listings(whole, SETTINGS) if each.document is BLOG][1]
    nodes = {each["@type"]: each for each in graph(page(second, *articles))}

    assert nodes["CollectionPage"]["mainEntity"] == {"@id": nodes["ItemList"]["@id"]}
    assert nodes["ItemList"]["numberOfItems"] == 14
    assert [each["position"] for each in nodes["ItemList"]["itemListElement"]] == [13, 14]


@pytest.mark.parametrize("here", [SEARCH, document("ru/pages/404.md", kind="error")])
def test_pages_that_are_kept_out_say_nothing(here: Document) -> None:
    shown = page(here)
    assert structured_data(shown.site, here, "", shown.facts) == ""


@pytest.mark.parametrize("title", HOSTILE)
def test_a_title_neither_ends_the_script_nor_changes_in_it(title: str) -> None:
    here = document("ru/pages/x.md", title=title)
    shown = page(here)
    script = structured_data(shown.site, here, "", shown.facts)
    (text,) = scripts_of(f"<body>{script}<p>after</p></body>")

    assert "<" not in text
    assert not {"\u2028", "\u2029"} & set(text)
    assert json.loads(text)["@graph"][0]["name"] == shown.words(title)


def test_the_same_graph_is_written_the_same() -> None:
    assert written(graph(page(ABOUT))) == written(graph(page(ABOUT)))


def test_addresses_begin_as_canonical_links_do() -> None:
    text = written(graph(page(CONTACTS, address="https://xn--e1aybc.xn--p1ai")))

    assert '"@id":"https://xn--e1aybc.xn--p1ai/#hours"' in text
    assert "https://example.com" not in text
