"""third-host: a page makes the visitor's browser ask another host than the site's own.

Whoever answers learns the visitor's address, without consent; foreign hosts are slow here, too.
Metrica is no exception: its script adds it after consent, no page names it.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from plugins.audit.finding import Finding
from plugins.audit.page import Page
from plugins.audit.subject import Subject
from plugins.documents.html import Tag, tags
from plugins.language.messages import message
from plugins.language.problems import Severity

ADVICE = message("put the file into the site, or make it a link that the visitor follows")
FORM_ADVICE = message("name the host in CSP (form-action) if visitors may be sent there")
LOADING = frozenset(
    [
        "stylesheet",
        "icon",
        "preconnect",
        "dns-prefetch",
        "preload",
        "prefetch",
        "modulepreload",
        "prerender",
        "apple-touch-icon",
        "mask-icon",
        "manifest",
        "pingback",
    ]
)
ADDRESSES = {
    "script": ("src",), "img": ("src", "srcset"), "source": ("src", "srcset"),
    "iframe": ("src",), "frame": ("src",), "embed": ("src",), "object": ("data",),
    "video": ("src", "poster"), "audio": ("src",), "track": ("src",), "input": ("src",),
    "use": ("href", "xlink:href"), "image": ("href", "xlink:href"), "body": ("background",),
    "a": ("ping",), "base": ("href",),
}  # fmt: skip
_IN_CSS = re.compile(r"""url\(\s*["']?([^"')\s]+)|@import\s+["']([^"']+)""", re.IGNORECASE)
_LONG = ("srcset", "ping")


def third_host(subject: Subject) -> Iterator[Finding]:
    """Subresources, hints, styles and forms that lead to another host; each host once a page."""
    own = urlsplit(subject.address).netloc
    for page in subject.pages:
        if "//" not in page.html:
            continue
        seen = {own, ""}
        for address, is_form in _asked(page):
            host = _host(address)
            if host not in seen and not (is_form and host in subject.law.form_hosts):
                seen.add(host)
                what = message("the page asks another host: %(address)s", address=address)
                line, advice = subject.line_of(page, address), FORM_ADVICE if is_form else ADVICE
                yield Finding(
                    "third-host", Severity.ERROR, subject.file_of(page), line, what, advice
                )


def _asked(page: Page) -> Iterator[tuple[str, bool]]:
    """Every address a browser asks for by itself, and those of forms (True)."""
    for tag in tags(page.html):
        if tag.closing or not tag.name:
            continue
        if tag.name == "style":
            yield from ((url, False) for url in _in_css(_style(page.html, tag)))
        if "//" in tag.text:
            yield from ((url, False) for url in _of_tag(tag))
            forms = {"form": "action", "button": "formaction", "input": "formaction"}
            if action := tag.attributes.get(forms.get(tag.name, ""), ""):
                yield action, True


def _of_tag(tag: Tag) -> Iterator[str]:
    attributes = tag.attributes
    if tag.name == "link" and LOADING & set(attributes.get("rel", "").lower().split()):
        yield attributes.get("href", "")
    for name in ADDRESSES.get(tag.name, ()):
        value = attributes.get(name, "")
        yield from re.split(r"[\s,]+", value) if name in _LONG else [value]
    yield from _in_css(attributes.get("style", ""))


def _in_css(text: str) -> Iterator[str]:
    return (found[1] or found[2] for found in _IN_CSS.finditer(text))


def _style(html: str, tag: Tag) -> str:
    end = html.lower().find("</style", tag.end)
    return html[tag.end : end if end >= 0 else None]


def _host(address: str) -> str:
    try:
        return urlsplit(address.strip()).netloc
    except ValueError:
        return address
