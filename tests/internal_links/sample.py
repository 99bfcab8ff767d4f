"""Documents and a plan of links made by hand, small enough to be counted on paper."""

from collections.abc import Iterable

from plugins.documents import Document
from plugins.internal_links.links import HandLink, LinkPlan, Mention, Refusal, Rule
from plugins.keywords.relevance_map import KeyPhrase
from tests.audit.subjects import document

HOME = document("ru/pages/index.md", kind="home", title="Главная")
DELIVERY = document("ru/pages/delivery.md", title="Доставка")
BLOG = document("ru/pages/blog.md", kind="list", lists="articles", title="Статьи")


def article(name: str, text: str = "", category: str = "Советы") -> Document:
    """An article with a text of one paragraph."""
    markdown = f"Title: {name}\nDate: 2026-11-01\n\n{text}\n"
    return document(
        f"ru/blog/{name}.md",
        f"<p>{text}</p>",
        markdown,
        kind="article",
        title=name,
        category=category,
    )


def mention(source: Document, target: Document | None, form: str, sentence: str = "") -> Mention:
    """Words of a document that name another."""
    said = sentence or f"Подробнее: {form}."
    phrase = KeyPhrase(form, target.source if target else "")
    start = source.body.find(form)
    return Mention(source, phrase, target, start, start + len(form), form, said, 0)


def refused(rule: Rule, *mention_of: Document | str) -> Refusal:
    """A mention refused by a rule: source, target, form and perhaps its sentence."""
    return Refusal(mention(*mention_of), rule)  # type: ignore[arg-type]


def plan(
    links: Iterable[Mention] = (),
    refusals: Iterable[Refusal] = (),
    by_hand: Iterable[tuple[Document, Document, str]] = (),
) -> LinkPlan:
    """A plan; links by hand are source, target and text."""
    return LinkPlan(tuple(links), tuple(refusals), tuple(HandLink(*link) for link in by_hand))
