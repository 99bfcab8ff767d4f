"""Links to what is not live: their text alone, whatever they look like."""

from datetime import timedelta

import pytest

from plugins.documents.absent import without_links_to_unpublished
from plugins.documents.edits import applied
from tests.documents.examples import NOW, document, site

ADDRESS = "https://чайник.рф"
LATER = document("ru/blog/later.md", url="blog/potom/", published=NOW + timedelta(days=1))
LEFT = document("ru/blog/left.md", url="blog/акция/", expires=NOW)
THERE = document("ru/blog/there.md", url="blog/est/")
GONE = """
<a href="{filename}later.md">о нём</a>
<a href="{filename}/ru/blog/later.md#x" title="Потом">о нём</a>
<a href="|filename|later.md">о нём</a>
<A HREF='{filename}later.md'>о нём</A>
<a class=x href=/blog/potom/>о нём</a>
<a href="/blog/potom">о нём</a>
<a href="/blog//potom/index.html?a=1&amp;b=2#c">о нём</a>
<a href="../potom/">о нём</a>
<a href="https://чайник.рф/blog/potom/">о нём</a>
<a href="HTTP://www.xn--80aqcfn1d.xn--p1ai:443/blog/potom/">о нём</a>
<a href="//чайник.рф/blog/potom/">о нём</a>
<a href="/blog/%D0%B0%D0%BA%D1%86%D0%B8%D1%8F/">о нём</a>
<a href="/blog/акция/">о нём</a>
"""
KEPT = """
<a href="{filename}there.md">о нём</a>
<a href="/blog/est/">о нём</a>
<a href="/blog/potom-i-teper/">о нём</a>
<a href="https://example.com/blog/potom/">о нём</a>
<a href="mailto:potom@example.com">о нём</a>
<a href="https://[potom/">о нём</a>
<a href="#potom">о нём</a>
<a name="potom">о нём</a>
<code>&lt;a href="/blog/potom/"&gt;</code>
<img src="/blog/potom.png" alt="о нём">
"""
CUT = {
    '<blockquote cite="{filename}later.md">Да</blockquote>': "<blockquote>Да</blockquote>",
    '<area shape="rect" href="/blog/potom/" alt="x">': '<area shape="rect" alt="x">',
    "<form action=/blog/potom/ method=get></form>": "<form method=get></form>",
    '<a href="{filename}later.md">не закрыта': "<a>не закрыта",
    "<p>Вот <a href='/blog/potom/'>/blog/potom/</a>.</p>": "<p>Вот .</p>",
}


def seen(body: str) -> str:
    """What visitors get of a body."""
    here = document("ru/blog/here.md", body, url="blog/here/")
    found = without_links_to_unpublished(site(here, LATER, LEFT, THERE), ADDRESS)
    return applied(body, found)


@pytest.mark.parametrize("link", GONE.strip().splitlines())
def test_a_link_becomes_its_text(link: str) -> None:
    assert seen(f"<p>Читайте {link}.</p>") == "<p>Читайте о нём.</p>"


@pytest.mark.parametrize("html", KEPT.strip().splitlines())
def test_everything_else_stays(html: str) -> None:
    assert seen(f"<p>{html}</p>") == f"<p>{html}</p>"


@pytest.mark.parametrize("html", CUT)
def test_no_address_is_left_in_other_elements(html: str) -> None:
    assert seen(html) == CUT[html]


def test_the_next_text_at_the_same_address_gets_the_links() -> None:
    body = '<a href="/blog/potom/">о нём</a>'
    here, again = document("ru/blog/here.md", body), document("ru/blog/again.md", url="blog/potom/")

    assert list(without_links_to_unpublished(site(here, LATER, again), ADDRESS)) == []
