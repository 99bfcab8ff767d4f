"""The Content-Security-Policy of a page, by hashes of what stands in it."""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from urllib.parse import urlsplit

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from plugins.documents.html import Tag, tags

Policy = Mapping[str, tuple[str, ...]]
NONE = "'none'"
# Types of script that a browser runs or obeys; others are data
RUN = frozenset({"", "text/javascript", "application/javascript", "module", "importmap"})
# An address that forms and links may lead to and a policy can name: no query, no fragment
HTTPS_ADDRESS = r"https://[a-z0-9][a-z0-9.-]*(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~/-]*)?"
_PLACE = re.compile(r"<meta charset[^>]*>\n?|<head[^>]*>\n?", re.IGNORECASE)
_STYLE, _HANDLER = re.compile("style", re.IGNORECASE), re.compile("on[a-z]+", re.IGNORECASE)
_META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


@dataclass(frozen=True)
class Sources:
    """What a directive allows; `where` limits it to pages whose HTML holds this text."""

    directive: str
    allowed: tuple[str, ...]
    where: str = ""


# How a page loads scripts after its first frame (plugins/scripts)
LOADED = 'data-load="'
# What every page may do: show its own pictures, send its own forms to its own site; and where it
# loads scripts, those of its own site, which may ask their own site
OWN_SITE = (
    Sources("default-src", (NONE,)),
    Sources("base-uri", (NONE,)),
    Sources("form-action", ("'self'",)),
    Sources("img-src", ("'self'",)),
    Sources("script-src", ("'self'",), LOADED),
    Sources("connect-src", ("'self'",), LOADED),
)


def origin_of(address: str) -> str:
    """Scheme and host of an address, as a policy names them."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def allowed(*more: Sources, forms: Iterable[str] = ()) -> tuple[Sources, ...]:
    """What the pages of a site may do: what every page may, `more`, forms to other hosts."""
    sent = (Sources("form-action", (host,), f'action="{host}') for host in forms)
    return (*OWN_SITE, *more, *sent)


def policy_of(html: str, sources: Iterable[Sources]) -> Policy:
    """The policy of a page: what the settings allow it, and the hashes of what stands in it."""
    wanted = [source for source in sources if source.where in html]
    return joined([*wanted, *_hashes(html)])


def joined(sources: Iterable[Sources]) -> Policy:
    """Every directive once, with all its sources, in the order of first appearance."""
    found: dict[str, dict[str, None]] = {}
    for source in sources:
        found.setdefault(source.directive, {}).update(dict.fromkeys(source.allowed))
    return {name: _without_none(allowed) for name, allowed in found.items()}


def written(policy: Policy) -> str:
    """The policy as a browser reads it."""
    return "; ".join(" ".join((name, *allowed)) for name, allowed in policy.items())


def read(text: str) -> Iterator[Sources]:
    """What a written policy allows."""
    for part in filter(None, (part.strip() for part in text.split(";"))):
        name, *allowed = part.split()
        yield Sources(name, tuple(allowed))


def with_policy(html: str, sources: Iterable[Sources]) -> str:
    """The page with its policy after its charset; without any sources, the page as it is."""
    allowed, place = tuple(sources), _PLACE.search(html)
    charset = next((m for m in _PLACE.finditer(html) if "charset" in m[0].lower()), place)
    if not allowed or charset is None:
        return html
    text = escape(written(policy_of(html, allowed)), quote=False)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{text}">\n'
    return html[: charset.end()] + meta + html[charset.end() :]


@pass_context
def guarded(context: Context, page: str) -> Markup:
    """The template filter: a rendered page with its policy, by the setting CSP."""
    return Markup(with_policy(str(page), context["CSP"]))


def policy_for_all(pages: Iterable[str]) -> Policy:
    """What the policies of pages allow together: a server sends one header for all of them."""
    texts = dict.fromkeys(text for page in pages for text in _META.findall(page))
    return joined(source for text in texts for source in read(text))


def hash_of(text: str) -> str:
    """The source expression that allows exactly this script or style."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _without_none(allowed: Iterable[str]) -> tuple[str, ...]:
    kept = tuple(source for source in allowed if source != NONE)
    return kept or (NONE,)


def _hashes(html: str) -> Iterator[Sources]:
    opening = [tag for tag in tags(html) if not tag.closing]
    styles = [_inside(html, tag) for tag in opening if tag.name == "style"]
    scripts = [_inside(html, tag) for tag in opening if _is_inline_script(tag)]
    for directive, texts in (("style-src", styles), ("script-src", scripts)):
        if texts:
            yield Sources(directive, tuple(map(hash_of, texts)))
    for directive, attribute in (("style-src-attr", _STYLE), ("script-src-attr", _HANDLER)):
        found = {text for tag in opening for text in _attributes(tag, attribute)}
        if found:
            hashes = map(hash_of, sorted(found))
            yield Sources(directive, ("'unsafe-hashes'", *hashes))


def _attributes(tag: Tag, name: re.Pattern[str]) -> Iterator[str]:
    """Values of the attributes of a tag whose name fits."""
    if name.search(tag.text):
        yield from (text for key, text in tag.attributes.items() if name.fullmatch(key))


def _is_inline_script(tag: Tag) -> bool:
    if tag.name != "script" or "src" in tag.attributes:
        return False
    return tag.attributes.get("type", "").strip().lower() in RUN


def _inside(html: str, tag: Tag) -> str:
    closed = re.compile(f"</{tag.name}", re.IGNORECASE).search(html, tag.end)
    return html[tag.end : closed.start() if closed else None]
