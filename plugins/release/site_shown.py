"""Whether visitors get what was built: the key at its place, and pages as they are now.

A page is doubted only where it is surely the old one. What a host adds to pages on their way
(counters, hidden e-mail addresses) must not silence a site for good.
"""

from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from plugins.audit.page import Page
from plugins.discovery.indexnow import whole_url
from plugins.documents.addresses import file_of
from plugins.language.messages import Message, message
from plugins.language.problems import Problem
from plugins.release.published import Changes, Published, digest
from plugins.release.web import Answer, Web

# So many pages are asked for, spread over all that are to be told
LOOKED_AT = 10
OK = 200
_GONE_STILL_THERE = message("the page that was removed is still there")
_OLD = message("the page is still the old one")


def key_problems(address: str, key: str, web: Web) -> Iterator[Problem]:
    """What engines would say of the file with the key."""
    url = whole_url(address, f"/{key}.txt")
    answer = web.get(url)
    why = _failed(answer)
    if why is None and answer.body.strip() != key.encode():
        why = message("it holds something else than the key")
    if why is not None:
        text = message(
            "engines cannot find the key here: %(why)s; the publishing build writes this file when "
            "VITRINA_INDEXNOW_KEY is set: build, upload, then run this again",
            why=why,
        )
        yield Problem(url, 0, "", text)


def shown_problems(
    known: Mapping[str, str], now: Published, changed: Changes, web: Web
) -> Iterator[Problem]:
    """Pages that the site does not show as they were built, among some of those to be told."""
    urls = changed.urls
    for path in urls[:: max(1, -(-len(urls) // LOOKED_AT))]:
        url = whole_url(now.address, path)
        why = _doubt(path, known.get(path, ""), now, web.get(url))
        if why is not None:
            text = message("%(why)s; upload the built site, then run this again", why=why)
            yield Problem(url, 0, "", text)


def _doubt(path: str, before: str, now: Published, answer: Answer) -> Message | None:
    """What speaks against the answer; `before` is the digest that engines know, or empty."""
    page = Page(file_of(unquote(path).lstrip("/")), answer.body.decode("utf-8", "replace"))
    is_old = answer.status == OK and page.is_indexed and digest(page, now.address) == before
    if path in now.pages:
        return _OLD if is_old and before != now.pages[path] else _failed(answer)
    return answer.failure or (_GONE_STILL_THERE if is_old else None)


def _failed(answer: Answer) -> Message | None:
    if answer.failure is not None or answer.status == OK:
        return answer.failure
    return message("the server answers %(status)s", status=answer.status)
