"""Which scripts a site publishes, under which addresses, and how a page loads them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape
from rjsmin import jsmin

from plugins.documents import Document, Site
from plugins.documents.claims import Claim
from plugins.documents.document import CART
from plugins.security.policy import LOADED

# What a script waits for: a counter, a form, or a document with this template. Others are always
# published
COUNTER, FORM = "METRICA", "FORMS"
NEEDED: Mapping[str, str] = {
    "consent.js": COUNTER,
    "visit.js": COUNTER,
    "cart.js": CART,
    "forms.js": FORM,
}
# Scripts that stand in pages and are no files of the site
INLINE = "inline"
# When the browser says that the first frame is painted, or a moment later where it does not say
# so; in the order of the list. The same text on every page, so that one hash allows it everywhere
LOADER = (
    "(s=>{let go=()=>{go=()=>{};s.dataset.load.split(' ').forEach(src=>document.head.append("
    "Object.assign(document.createElement('script'),{src,async:false})))};"
    "try{new PerformanceObserver((_,o)=>{o.disconnect();go()}).observe({type:'paint',buffered:!0})}"
    "catch{}requestAnimationFrame(()=>setTimeout(()=>go(),1500))})(document.currentScript)"
)


@dataclass(frozen=True, eq=False)
class Scripts:
    """The folder of the scripts as they are written, and the counter of the site, if any.

    `asks` tells whether the page of a document carries a form.
    """

    folder: Path
    metrica: str = ""
    asks: Callable[[Document], bool] | None = None

    @cached_property
    def minified(self) -> Mapping[str, bytes]:
        """Every script there is, by its path in the folder, as it is sent."""
        files = sorted(self.folder.rglob("*.js"))
        paths = [file.relative_to(self.folder).as_posix() for file in files]
        texts = (jsmin(file.read_text("utf-8")).encode() for file in files)
        return dict(zip(paths, texts, strict=True))

    def files(self, site: Site) -> Iterator[tuple[str, bytes]]:
        """Name and bytes of every script that this site publishes."""
        yield from ((name, self.minified[name]) for name in _addresses(self, site))

    def wanted(self, name: str, site: Site) -> bool:
        """Whether what a script waits for is there."""
        reason = NEEDED.get(name)
        if reason == COUNTER:
            return bool(self.metrica)
        if reason == FORM:
            return self.asks is not None and any(map(self.asks, site.live))
        return reason is None or any(site.with_template(lang, reason) for lang in site.languages)

    def claims(self, site: Site) -> Iterator[Claim]:
        """The same files, for whoever asks who writes what."""
        for name, _ in self.files(site):
            yield Claim(name, "plugins/scripts", f"theme/scripts/{name}")

    @pass_context
    def url(self, context: Context, name: str) -> str:
        """In templates: the address of a script, with a digest of what it says."""
        return f"{context['SITEURL']}/{_addresses(self, context['site'])[name]}"

    def inline(self, name: str) -> Markup:
        """In templates: a script of the folder `inline/`, in the page itself.

        For what has to run before anybody can leave the page.
        """
        return Markup(f"<script>{self.minified[f'{INLINE}/{name}'].decode()}</script>")

    @pass_context
    def load(self, context: Context, *names: str) -> Markup:
        """In templates: what loads those of the scripts that the site publishes, in this order.

        Nothing is asked for before the first frame is painted.
        """
        there = _addresses(self, context["site"])
        listed = " ".join(self.url(context, name) for name in names if name in there)
        return (
            Markup(f'<script {LOADED}{escape(listed)}">{LOADER}</script>') if listed else Markup()
        )


@lru_cache(maxsize=4)
def _addresses(scripts: Scripts, site: Site) -> Mapping[str, str]:
    """Each script that a site publishes, and its address with a digest; once a build."""
    return {
        name: f"{name}?v={sha256(text).hexdigest()[:8]}"
        for name, text in scripts.minified.items()
        if "/" not in name and scripts.wanted(name, site)
    }
