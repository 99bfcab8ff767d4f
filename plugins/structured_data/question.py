"""Questions with their answers: many on one page, or one with a page of its own."""

from plugins.company.questions import Question
from plugins.documents import Document
from plugins.documents.visible_text import visible_text
from plugins.language.plain import flat
from plugins.structured_data.node import Node, node, reference
from plugins.structured_data.page import Page


def questions(page: Page) -> list[Node]:
    """The questions of questions.yaml with their short answers."""
    known = page.facts.questions
    groups = known.groups if known else ()
    return [_short(page, item) for group in groups for item in group.questions]


def _short(page: Page, item: Question) -> Node:
    answer = node("Answer", text=page.said(item.answer))
    return node("Question", name=page.said(item.question), acceptedAnswer=answer)


def question(page: Page, document: Document, firm: Node) -> Node:
    """The one question of a page; its whole text is the answer."""
    answer = node(
        "Answer",
        page.identity("answer"),
        text=_text_of(page.html),
        url=page.url,
        author=reference(firm),
    )
    return node(
        "Question",
        page.identity("question"),
        name=page.words(document.title),
        answerCount=1,
        acceptedAnswer=answer,
    )


def _text_of(html: str) -> str:
    """The words of a text, a block a line."""
    lines = map(flat, visible_text(html).text.split("\n"))
    return "\n".join(line for line in lines if line)
