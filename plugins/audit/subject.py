"""What an audit looks at: the sources as read, the pages as built, the facts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from plugins.audit.history import NO_HISTORY, History
from plugins.audit.law import NO_LAW, Law
from plugins.audit.page import Page
from plugins.audit.sale import NO_SALE, Sale
from plugins.audit.trade import NO_TRADE, Trade
from plugins.company import Company, Offered
from plugins.discovery import TitleSettings
from plugins.documents import Document, Site
from plugins.keywords.study import Study
from plugins.schedule import Schedule


@dataclass(frozen=True, eq=False)
class Subject:
    """What all checks get.

    `files` are all paths below the output; `static` the folders that are published whole;
    `studies` the facts of key phrases, a language each; `pictures` the paths below content/ of
    those that pages show; `law` what checks of law go by; `told` the texts of robots.txt and of
    the sitemap by path, None where no output was read; `history` what git knows of the texts;
    `titles` how wide a title may be; `slot_lines` the lines of the rules of the schedule by their
    keys; `offers` the goods that a product feed is made of; `trade` what checks of ways to pay go
    by, `sale` those of checkout links.
    """

    site: Site
    company: Company
    address: str
    static: tuple[str, ...]
    pages: tuple[Page, ...] = ()
    files: frozenset[str] = frozenset()
    publishing: bool = False
    studies: tuple[Study, ...] = ()
    pictures: frozenset[str] = frozenset()
    law: Law = NO_LAW
    told: Mapping[str, str] | None = None
    history: History = NO_HISTORY
    titles: TitleSettings = field(default_factory=TitleSettings)
    schedule: Schedule | None = None
    slot_lines: Mapping[str, int] = field(default_factory=dict)
    offers: tuple[Offered, ...] = ()
    trade: Trade = NO_TRADE
    sale: Sale = NO_SALE

    @cached_property
    def page_at(self) -> dict[str, Page]:
        """Output path to page."""
        return {page.path: page for page in self.pages}

    @cached_property
    def _documents(self) -> dict[str, Document]:
        return {document.save_as: document for document in self.site.live}

    def target(self, page: Page, href: str) -> str | None:
        """The file of the output that a link leads to; None for links to other sites."""
        here = href.startswith(f"{self.address}/")
        return page.target(href.removeprefix(self.address) if here else href)

    def absent(self, page: Page, addresses: Iterable[str]) -> Iterator[str]:
        """Those of a page's addresses that lead to files of the site which are not there."""
        for address in addresses:
            target = self.target(page, address)
            if target is not None and target not in self.files:
                yield address

    def document_of(self, page: Page) -> Document | None:
        """The document that a page shows, if it shows one."""
        return self._documents.get(page.path)

    def file_of(self, page: Page) -> str:
        """The file to mend: the page's source, else the page itself."""
        document = self.document_of(page)
        return f"content/{document.source}" if document else f"output/{page.path}"

    def line_of(self, page: Page, text: str) -> int:
        """The line of the source where a text stands; 0 where the page has no source."""
        document = self.document_of(page)
        return document.line_of(text) if document else 0


def pages_in(output: Path) -> tuple[tuple[Page, ...], frozenset[str]]:
    """Every HTML page of a built site, read, and the paths of all its files."""
    paths = sorted(f.relative_to(output).as_posix() for f in output.rglob("*") if f.is_file())
    pages = (path for path in paths if path.endswith(".html"))
    return tuple(Page(path, (output / path).read_text("utf-8")) for path in pages), frozenset(paths)


def told_in(output: Path) -> dict[str, str]:
    """What a built site tells robots: path to text of robots.txt and of the sitemap's files."""
    files = sorted((*output.glob("robots.txt"), *output.glob("sitemap*.xml")))
    return {file.name: file.read_text("utf-8", "replace") for file in files}
