"""Whether visitors get what was published: which addresses to ask, and what is wrong with answers.

Pure: whoever calls it does the asking (verifying.py).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import unquote, urlsplit

from plugins.audit.page import Page
from plugins.discovery.indexnow import whole_url
from plugins.documents import Site
from plugins.documents.html import tags
from plugins.language.messages import Message, message
from plugins.language.problems import Problem
from plugins.release.targets import Digests, digest_of, is_page
from plugins.release.web import Answer

ERROR_PAGE = "404.html"
HOME = "index.html"
_SITEMAP = re.compile(r"sitemap[^/]*\.xml")
_FEED = re.compile(r"(?:.+/)?feed\.xml")
_ADDRESSES = re.compile(r"https?://[^\"'<>\s]+")


@dataclass(frozen=True)
class Expected:
    """What visitors are to get: files by digest below an address.

    `hidden` are paths of the site (`/blog/x/`) at which nothing may answer: not live yet, or no
    more. `articles` are the files of articles, `fed` those of them that each published feed names.
    """

    address: str
    files: Digests
    hidden: tuple[str, ...] = ()
    articles: frozenset[str] = frozenset()
    fed: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def nonsense(self) -> str:
        """An address that no site has."""
        return f"/no-such-page-{digest_of(self.address.encode())[:8]}/"


Answers = Mapping[str, Answer]


def expected_of(site: Site, address: str, files: Digests, read: Callable[[str], bytes]) -> Expected:
    """What visitors of a site are to get, now that these files were published."""
    there = {path_of(file) for file in files}
    hidden = {f"/{d.url}" for d in site.documents if d.kind != "error"} - there
    articles = frozenset(d.save_as for d in site.listed if d.kind == "article")
    feeds = {file: _named(read(file)) for file in files if _FEED.fullmatch(file)}
    fed = {
        feed: frozenset(a for a in articles if _whole(address, path_of(a)) in named)
        for feed, named in feeds.items()
    }
    return Expected(address, files, tuple(sorted(hidden)), articles, fed)


def questions(expected: Expected, verified: Digests, most: int) -> tuple[str, ...]:
    """What to ask for, as paths of the site, `most` pages and `most` hidden ones at most.

    The home page, feeds and sitemaps each time; then pages that are not as they were verified
    last, new articles first; of too many some, spread over all.
    """
    leading = [file for file in expected.files if file == HOME or _is_list(file)]
    changed = [
        file
        for file, digest in expected.files.items()
        if is_page(file) and file != ERROR_PAGE and verified.get(file) != digest
    ]
    new = sorted(file for file in changed if file in expected.articles and file not in verified)
    rest = sorted(set(changed) - {*new, HOME})
    pages = _some(new, most) + _some(rest, max(0, most - len(new)))
    asked = dict.fromkeys(map(path_of, [*sorted(leading), *pages]))
    return (*asked, *_some(expected.hidden, most), expected.nonsense)


def path_of(file: str) -> str:
    """Where visitors find a file of the output: `blog/x/index.html` at `/blog/x/`."""
    return f"/{file.removesuffix('index.html')}" if _is_index(file) else f"/{file}"


def checks(expected: Expected, answers: Answers) -> Iterator[Problem]:
    """What is wrong with the answers to questions, a problem each."""
    file_at = {path_of(file): file for file in expected.files}
    listed = _listed(answers)
    for path, answer in answers.items():
        file = file_at.get(path)
        found = (
            _of_nonsense(answer)
            if path == expected.nonsense
            else _of_hidden(answer, answers[expected.nonsense])
            if file is None
            else _of_file(expected, file, answer, listed)
        )
        address = whole_url(expected.address, path)
        yield from (Problem(address, 0, "", what) for what in found)


def advice(expected: Expected, answers: Answers) -> Iterator[Message]:
    """What visitors would miss although nothing is broken."""
    answer, own = answers.get(expected.nonsense), expected.files.get(ERROR_PAGE)
    if answer and answer.status == 404 and own not in (None, digest_of(answer.body)):
        yield message(
            "for what is not there the host shows a page of its own; name %(page)s in its settings",
            page=ERROR_PAGE,
        )


def _of_file(
    expected: Expected, file: str, answer: Answer, listed: frozenset[str] | None
) -> Iterator[Message]:
    if answer.failure is not None:
        yield answer.failure
        return
    if answer.status != 200:
        yield message("the server answers %(status)s", status=answer.status)
        return
    if digest_of(answer.body) != expected.files[file]:
        yield _OTHER_CONTENT
    if _is_list(file):
        yield from _of_list(expected, file, _named(answer.body))
    if is_page(file):
        yield from _of_page(expected, Page(file, answer.body.decode("utf-8", "replace")), listed)


_OTHER_CONTENT = message(
    "visitors get something else than what was published: an old copy is kept on the way, or "
    "something changes pages; clear the cache of the CDN, switch its changes off"
)


def _of_page(expected: Expected, page: Page, listed: frozenset[str] | None) -> Iterator[Message]:
    if not page.is_indexed:
        return
    own = _whole(expected.address, path_of(page.path))
    if (canonical := _plain(_canonical(page))) != own:
        yield message(
            "its canonical address is %(canonical)s; pages would be taken for copies",
            canonical=canonical or "—",
        )
    if listed is not None and own not in listed:
        yield message("the sitemap that visitors get does not name it")


def _of_hidden(answer: Answer, of_nonsense: Answer) -> Iterator[Message]:
    """A redirect is an answer of its own, and so is what the server says to any nonsense."""
    if answer.status == 200 and answer.body != of_nonsense.body:
        yield message("a page that is not live answers here; it must leave at once")


def _of_nonsense(answer: Answer) -> Iterator[Message]:
    if answer.failure is None and answer.status != 404:
        yield message(
            "nothing is here, but the server answers %(status)s instead of 404: search engines "
            "take such pages for real ones",
            status=answer.status,
        )


def _of_list(expected: Expected, file: str, named: frozenset[str]) -> Iterator[Message]:
    """What a feed or a sitemap names although it is not live, and which articles it lacks."""
    for path in expected.hidden:
        if _whole(expected.address, path) in named:
            yield message("it names %(path)s, which is not live", path=path)
    for path in map(path_of, sorted(expected.fed.get(file, ()))):
        if _whole(expected.address, path) not in named:
            yield message("it does not name the article %(path)s", path=path)


def _named(data: bytes) -> frozenset[str]:
    """Every whole address in a feed or a sitemap."""
    text = data.decode("utf-8", "replace")
    return frozenset(_plain(unescape(place)) for place in _ADDRESSES.findall(text))


def _listed(answers: Answers) -> frozenset[str] | None:
    """Every address in the sitemaps that visitors get; None where there is no sitemap."""
    maps = [a for path, a in answers.items() if _SITEMAP.fullmatch(path[1:]) and a.status == 200]
    return frozenset().union(*(_named(a.body) for a in maps)) if maps else None


def _canonical(page: Page) -> str:
    found = (tag.attributes for tag in tags(page.html) if tag.name == "link")
    return next((a.get("href", "") for a in found if a.get("rel") == "canonical"), "")


def _whole(address: str, path: str) -> str:
    return _plain(whole_url(address, path))


def _plain(address: str) -> str:
    """An address without %XX, so that two ways to write it are one."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}{unquote(parts.path)}" if address else ""


def _is_index(file: str) -> bool:
    return file == HOME or file.endswith(f"/{HOME}")


def _is_list(file: str) -> bool:
    return bool(_SITEMAP.fullmatch(file) or _FEED.fullmatch(file))


def _some(of: Iterable[str], most: int) -> list[str]:
    """At most so many, spread over all of them."""
    every = list(of)
    return every[:: -(-len(every) // most)] if most and every else []
