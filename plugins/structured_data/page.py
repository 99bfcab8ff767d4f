"""What is known of a page when its graph is made: the facts of the site, and the page itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from plugins.company import Company, Offered, Products, Questions, Returns
from plugins.company.localized import Localized
from plugins.documents import Document, Site
from plugins.language.plain import plain
from plugins.listings import Crumb, Listing
from plugins.pictures import Album


@dataclass(frozen=True, eq=False)
class Facts:
    """What all pages share.

    `address` is the site's as canonical links begin with it, without a slash at its end;
    `offered` gives the product of a document, `crumbs` the way from the home page to a page.
    """

    address: str
    company: Company
    products: Products
    returns: Returns | None
    questions: Questions | None
    album: Album
    offered: Callable[[Document], Offered | None]
    crumbs: Callable[[Site, Document | Listing], tuple[Crumb, ...]]


@dataclass(frozen=True, eq=False)
class Page:
    """A page that visitors get; `html` is its text as written, without what templates add."""

    site: Site
    here: Document | Listing
    facts: Facts
    html: str = field(default="", repr=False)

    @property
    def lang(self) -> str:
        """Its language."""
        return self.here.lang

    @property
    def template(self) -> str:
        """What its kind is for the graph: the template of a document, else «list»."""
        return self.here.template if isinstance(self.here, Document) else "list"

    @property
    def url(self) -> str:
        """Its whole address, the canonical one."""
        return f"{self.facts.address}/{self.here.url}"

    def identity(self, name: str) -> str:
        """The identity of something on this page."""
        return f"{self.url}#{name}"

    def words(self, text: str) -> str:
        """A text as visitors of the page read it, on one line."""
        return plain(text, self.lang)

    def said(self, text: Localized) -> str:
        """A text of a data file in the page's language."""
        return plain(text.in_language(self.lang), self.lang)

    def at(self, path: str | None) -> str | None:
        """The whole address of a path on the site; None for none."""
        return None if path is None else f"{self.facts.address}/{path}"

    def url_of(self, template: str) -> str | None:
        """The whole address of the first page of this language with a template, listed or not."""
        return self.at(_by_template(self.site, self.lang).get(template))


@lru_cache(maxsize=16)
def _by_template(site: Site, lang: str) -> Mapping[str, str]:
    """Template to path of the first live page that has it."""
    pages = (d for d in reversed(site.live) if d.lang == lang and d.kind == "page")
    return {page.template: page.url for page in pages}
