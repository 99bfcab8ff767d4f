"""Every way through a site: links of texts, related articles, lists and menus.

The map of the site is left out: it leads everywhere from every page, so that no page would be far.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from plugins.documents import Document, Site
from plugins.internal_links.graph import Edge, Made
from plugins.internal_links.links import LinkPlan
from plugins.listings import ListingSettings
from plugins.listings.listing import List, lists

Related = Mapping[str, Sequence[Document]]


@dataclass(frozen=True)
class Ways:
    """What the theme leads through besides texts.

    `menu` are paths below a language's folder that every page links to (MENU, FOOT_MENU and
    LEGAL_PAGES); `latest` articles stand on the home page, with all products.
    """

    menu: tuple[str, ...] = ()
    listings: ListingSettings = field(default_factory=ListingSettings)
    latest: int = 3


def edges_of(plan: LinkPlan, related: Related, site: Site, ways: Ways) -> Iterator[Edge]:
    """Every link between documents that a visitor may follow."""
    yield from _of_texts(plan)
    for source, documents in related.items():
        yield from _to_all(site.by_source[source], documents, "related")
    yield from _of_lists(site, ways)
    for document in site.live:
        targets = (site.find(f"{document.lang}/{path}") for path in ways.menu)
        home = site.home(document.lang)
        yield from _to_all(document, [t for t in (home, *targets) if t], "menu")


def _of_texts(plan: LinkPlan) -> Iterator[Edge]:
    for link in plan.by_hand:
        yield Edge(link.document, link.target, link.text, "hand")
    for mention in plan.links:
        if mention.target:
            yield Edge(mention.document, mention.target, mention.form, "auto")


def _of_lists(site: Site, ways: Ways) -> Iterator[Edge]:
    for lang in site.languages:
        if home := site.home(lang):
            yield from _to_all(home, site.in_language(lang, "product"), "list")
            yield from _to_all(home, site.in_language(lang, "article")[: ways.latest], "list")
        questions = site.in_language(lang, "question")
        for page in site.in_language(lang, "page"):
            if page.template == "questions":
                yield from _to_all(page, questions, "list")
    found = tuple(lists(site, ways.listings))
    blogs = {whole.lang: whole.document for whole in found if whole.kind == "articles"}
    for whole in found:
        # The hub of a category is a list without a document: a click from the list of articles
        begin = whole.document or blogs.get(whole.lang)
        if begin:
            yield from _of_list(begin, whole, ways.listings.per_page)


def _of_list(begin: Document, whole: List, per_page: int) -> Iterator[Edge]:
    before = 1 if whole.document else 2
    for place, document in enumerate(whole.documents):
        yield Edge(begin, document, document.title, "list", before + place // per_page)


def _to_all(source: Document, targets: Sequence[Document], made: Made) -> Iterator[Edge]:
    return (Edge(source, target, target.title, made) for target in targets)
