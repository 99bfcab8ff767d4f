"""Small sites whose texts get links, shown as a writer would read them."""

import re
from collections.abc import Mapping
from typing import Any

from plugins.documents import Document, Site
from plugins.documents.edits import edited
from plugins.internal_links.links import LinkPlan, Rule
from plugins.internal_links.plan import Linker, linked_bodies
from plugins.internal_links.settings import LinkSettings
from tests.documents.examples import document, site

HEAD = "phrase,document,frequency,group,note,link\n"
# No first paragraph, no room to keep: each rule is tested by itself
FREE = LinkSettings(first_paragraph=True, words_per_link=1, mark=False)
PHRASES = (
    "доставка из Китая,ru/pages/delivery.md,500,,,\n"
    "оплата,ru/pages/payment.md,300,,,\n"
    "сварочный стол,ru/products/table.md,200,,,\n"
)
TARGETS = ("ru/pages/delivery.md", "ru/pages/payment.md", "ru/products/table.md")


def linker(phrases: str = PHRASES, settings: LinkSettings = FREE) -> Linker:
    """A linker over a Russian map; words by themselves are allowed where `link` says nothing."""
    rows = HEAD + phrases.replace(",,,\n", ",,,yes\n")
    return Linker({"ru": rows.encode()}, settings, "https://firm.ru")


def site_with(*texts: Document, **targets: Mapping[str, Any]) -> Site:
    """A site of texts and of the three targets, changed by the last part of their names."""
    changed = {
        name: targets.get(name.rpartition("/")[2].removesuffix(".md"), {}) for name in TARGETS
    }
    return site(*texts, *(document(name, **values) for name, values in changed.items()))


def article(body: str, name: str = "ru/blog/a.md", **values: Any) -> Document:
    """A text that may get links."""
    return document(name, body, **{"kind": "article", **values})


def linked(
    body: str,
    phrases: str = PHRASES,
    settings: LinkSettings = FREE,
    **targets: Mapping[str, Any],
) -> str:
    """A body with its links, each shown as [words](name of the target)."""
    text = article(body)
    one, made = site_with(text, **targets), linker(phrases, settings)
    bodies, problems = edited(one, [lambda found: linked_bodies(found, made)])
    assert not problems
    return shown(bodies.get(text.source, body))


def shown(body: str) -> str:
    """Links to documents as [words](name)."""
    anchor = re.compile(
        r'<a href="\{filename\}/ru/\w+/(\w+)\.md"(?: data-auto)?>(.*?)</a>', re.DOTALL
    )
    return anchor.sub(r"[\2](\1)", body)


def rules(plan: LinkPlan) -> list[tuple[str, Rule]]:
    """The mentions that are no links and their rules, in order."""
    return [(refusal.mention.form, refusal.rule) for refusal in plan.refused]
