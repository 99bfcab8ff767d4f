"""A site made by rule, with a plan of its links as the engine would give it, and its report."""

from collections.abc import Iterator

from plugins.documents import Document
from plugins.internal_links.links import HandLink, LinkPlan, Mention, Refusal, Rule
from plugins.internal_links.settings import LinkSettings
from plugins.internal_links.ways import Ways
from plugins.keywords.relevance_map import KeyPhrase
from plugins.reports.links.part import Linked
from tests.audit.subjects import document, site

CATEGORIES = ("Доставка", "Оплата", "Выбор оборудования", "Таможня", "Ремонт и сервис", "Документы")
RULES = tuple(Rule)


def sentence(number: int, words: str) -> str:
    """What an article says of another."""
    return f"В пункте {number} написано: {words} описана отдельно, с ценами и сроками."


def words(number: int) -> str:
    """The phrase of an article as it stands in texts."""
    return f"модель {1000 + number}"


def documents(count: int) -> list[Document]:
    """A home page, a catalogue, a blog and so many articles, each naming those after it."""
    found = [
        document("ru/pages/index.md", "<p>Начало.</p>", kind="home", title="Начало", url=""),
        document("ru/pages/delivery.md", "<p>Срок.</p>", title="Доставка"),
        document("ru/pages/blog.md", "<p>Блог.</p>", kind="list", lists="articles", title="Статьи"),
    ]
    for number in range(count):
        said = [sentence(n, words(n % count)) for n in range(number + 1, number + 6)]
        found.append(
            document(
                f"ru/blog/article-{number:04}.md",
                "".join(f"<p>{text}</p>" for text in said),
                "Title: Статья\n\n" + "\n\n".join(said),
                kind="article",
                title=f"Модель {1000 + number}: как выбрать и где поставить",
                category=CATEGORIES[number * number % len(CATEGORIES)],
            )
        )
    return found


def mention(source: Document, target: Document, number: int, paragraph: int) -> Mention:
    """Words of a document that name another."""
    form = words(number)
    phrase = KeyPhrase(form, target.source, 100)
    said = sentence(number, form)
    return Mention(source, phrase, target, 20, 20 + len(form), form, said, paragraph)


def decided(articles: list[Document]) -> Iterator[Mention | Refusal | HandLink]:
    """What becomes of the mentions: every third article is never linked to."""
    count = len(articles)
    for number, source in enumerate(articles):
        for paragraph, n in enumerate(range(number + 1, number + 6)):
            target = articles[n % count]
            found = mention(source, target, n % count, paragraph)
            if n % 7 == 0:
                yield Refusal(found, RULES[(n + paragraph) % len(RULES)])
            elif paragraph == 0 and n % 2:
                yield HandLink(source, target, "подробнее")
            elif paragraph in (1, 2):
                yield found
            else:
                yield Refusal(found, (Rule.PAGE_FULL, Rule.LINKED_ALREADY)[n % 2])


def linked(count: int = 30) -> Linked:
    """The whole of it."""
    found = documents(count)
    articles = found[3:]
    made = tuple(decided(articles))
    plan = LinkPlan(
        tuple(one for one in made if isinstance(one, Mention)),
        tuple(one for one in made if isinstance(one, Refusal)),
        tuple(one for one in made if isinstance(one, HandLink)),
    )
    related = {
        source.source: tuple(articles[(n + step) % count] for step in (3, 11, 17))
        for n, source in enumerate(articles)
    }
    menu = ("pages/delivery.md", "pages/blog.md")
    return Linked(site(*found), plan, related, Ways(menu), LinkSettings())
