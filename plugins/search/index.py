"""The search index of a built site: which pages are in it, in which words."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from plugins.documents import Document, Site
from plugins.documents.claims import Claim
from plugins.language.messages import Message, message
from plugins.search.bundle import FOLDER, bundle
from plugins.search.kept import Files, fingerprint, keep, kept
from plugins.search.page_text import BODY, page_text
from plugins.search.remembered import Keys
from plugins.search.staged import Staged, Words, staged
from plugins.security import Sources

CACHE = Path(__file__).parents[2] / ".cache" / "search"
# Its script, its styles, Pagefind's WebAssembly and index; the handler that begins it has a hash
_FORM = 'class="search"'
SEARCH_SOURCES = (
    Sources("script-src", ("'self'", "'wasm-unsafe-eval'"), _FORM),
    Sources("style-src", ("'self'",), _FORM),
    Sources("connect-src", ("'self'",), _FORM),
)
LABELS: dict[str, Message] = {"product": message("Product"), "article": message("Article")}
Pages = list[tuple[Document, str]]
Brands = Mapping[str, str]


def search_index(site: Site, output: Path, brands: Brands, cache: Path = CACHE) -> Files:
    """Path to bytes of the files of the index over the pages in `output`.

    Listed documents only, whose page marks what is searched and does not say noindex. No file
    at all where there is no such page. `brands` is what the firm is called in each language.
    """
    pages = list(_marked(site, output))
    words = {lang: _words(lang, brands) for lang in site.languages}
    name = fingerprint(
        (d.save_as, d.url, d.lang, d.kind, d.lists, d.title, str(words[d.lang]), html)
        for d, html in pages
    )
    files = kept(cache, name)
    if files is None:
        found = [page for lang in words for page in _staged(pages, lang, words[lang], cache)]
        files = dict(bundle(found)) if found else {}
        keep(cache, name, files)
    return files


def search_claims(_site: Site) -> Iterator[Claim]:
    """The folder of the index: nobody else writes into it."""
    yield Claim(FOLDER, "plugins/search", FOLDER)


def _marked(site: Site, output: Path) -> Iterator[tuple[Document, str]]:
    """Listed documents and their pages, in an order that no clock decides."""
    for document in sorted(site.listed, key=lambda d: d.save_as):
        file = output / document.save_as
        html = file.read_text("utf-8") if file.is_file() else ""
        if BODY in html:
            yield document, html


def _staged(pages: Pages, lang: str, words: Words, cache: Path) -> Iterator[Staged]:
    keys = Keys(lang, cache)
    for document, html in pages:
        text = page_text(html) if document.lang == lang else None
        if text:
            yield staged(document, text, keys, words)
    keys.save()


def _words(lang: str, brands: Brands) -> Words:
    labels = {kind: label.in_language(lang) for kind, label in LABELS.items()}
    return Words(brands.get(lang, ""), labels)
