"""Nothing on any page is unknown to schema.org, and nothing there refers to what is not there."""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import brotli
import pytest

from judges.json_ld import scripts_of
from plugins.structured_data.graph import graph, structured_data
from tests.browser.built_site import BuiltSite
from tests.documents.examples import document
from tests.structured_data.closed_world import judged
from tests.structured_data.examples import facts, page, pages_of, thousand

BUDGETS = tomllib.loads(Path("tests/browser/budgets.toml").read_text(encoding="utf-8"))
KEPT_OUT = re.compile(r'<meta name="robots" content="noindex')


def test_every_page_of_the_site_is_in_the_vocabulary(site: BuiltSite) -> None:
    for file in site.pages:
        html = file.read_text(encoding="utf-8")
        scripts = scripts_of(html)
        assert len(scripts) == (0 if KEPT_OUT.search(html) else 1), site.path(file)
        assert [judged(text) for text in scripts if judged(text)] == [], site.path(file)


def test_pages_that_only_lead_on_say_nothing(site: BuiltSite) -> None:
    leading = set(site.folder.rglob("*.html")) - set(site.pages)
    assert not any(scripts_of(file.read_text(encoding="utf-8")) for file in leading)


def test_an_article_says_it_in_few_bytes(site: BuiltSite) -> None:
    budget = BUDGETS["page"]["article_structured_data_brotli"]
    scripts = [scripts_of(file.read_text(encoding="utf-8")) for file in site.pages]
    articles = [text for found in scripts for text in found if '"BlogPosting"' in text]

    assert articles
    assert max(len(brotli.compress(text.encode())) for text in articles) <= budget


def test_a_thousand_hostile_documents_are_in_the_vocabulary() -> None:
    known, kinds = facts(), Counter[str]()
    for each in pages_of(thousand(), known):
        script = structured_data(each.site, each.here, each.html, known)
        html = f"<!DOCTYPE html><html><body>{script}<p>after</p></body></html>"
        scripts = scripts_of(html)
        if each.template == "search":
            assert scripts == []
            continue
        (text,) = scripts
        assert judged(text) == [], each.url
        kinds.update(re.findall(r'"@type":"(\w+)"', text))
    wanted = {"BlogPosting", "Product", "Question", "ItemList", "DefinedTerm", "FAQPage", "Person"}
    assert wanted <= kinds.keys()
    assert kinds["WebSite"] > 900


def test_what_comes_later_is_on_no_list() -> None:
    whole = thousand()
    later = {d.url for d in whole.documents} - {d.url for d in whole.live}
    text = json.dumps([graph(each) for each in pages_of(whole, facts())], ensure_ascii=False)

    assert later
    assert not [url for url in later if f"/{url}" in text]


PRODUCT = document("ru/products/x.md", kind="product", product="PV-1", template="product")
Graph = list[dict[str, Any]]


def thing(nodes: Graph, kind: str) -> dict[str, Any]:
    """The thing of a type in a graph."""
    return next(node for node in nodes if node["@type"] == kind)


def offer(nodes: Graph) -> dict[str, Any]:
    """The offer in a graph."""
    found: dict[str, Any] = thing(nodes, "Product")["offers"]
    return found


# Each rule of the judge, and a defect that it must find on a page of a product
DEFECTS: dict[str, Callable[[Graph], object]] = {
    "unknown-type": lambda g: thing(g, "Product").update({"@type": "Prodact"}),
    "no-type": lambda g: offer(g).pop("@type"),
    "unknown-property": lambda g: offer(g).update(priceCurency="RUB"),
    "wrong-domain": lambda g: offer(g).update(headline="Печь"),
    "superseded": lambda g: thing(g, "Product").update(
        hasProductReturnPolicy={"@type": "ProductReturnPolicy"}
    ),
    "wrong-range": lambda g: thing(g, "Product").update(width=850),
    "unknown-member": lambda g: offer(g).update(availability="https://schema.org/InStok"),
    "no-date": lambda g: offer(g).update(priceValidUntil="31.01.2027"),
    "empty": lambda g: thing(g, "Product").update(name=" "),
    "no-address": lambda g: offer(g).update(url="/products/x/"),
    "dangling-id": lambda g: g.remove(thing(g, "Organization")),
    "id-of-wrong-type": lambda g: offer(g).update(seller={"@id": thing(g, "WebPage")["@id"]}),
    "told-twice": lambda g: g.append(dict(thing(g, "Organization"))),
}


@pytest.mark.parametrize("rule", DEFECTS)
def test_each_rule_of_the_judge_can_fail(rule: str) -> None:
    nodes = graph(page(PRODUCT))
    assert judged(json.dumps({"@context": "https://schema.org", "@graph": nodes})) == []

    DEFECTS[rule](nodes)
    findings = judged(json.dumps({"@context": "https://schema.org", "@graph": nodes}))
    assert rule in {finding.rule for finding in findings}


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("no-json", '{"@context":'),
        ("no-graph", '{"@type": "Product"}'),
        ("other-context", '{"@context": "https://scheme.org", "@graph": []}'),
    ],
)
def test_what_is_no_graph_is_found(rule: str, text: str) -> None:
    assert [finding.rule for finding in judged(text)] == [rule]
