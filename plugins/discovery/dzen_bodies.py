"""The text of an article in the few elements that Dzen takes.

Nothing a reader needs is lost: tables become lists, terms and their meanings paragraphs, code
its own text, numbers of footnotes stand in brackets.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape

from lxml.html import HtmlElement

from plugins.discovery.dzen_tables import rows_told
from plugins.discovery.feed_bodies import parsed

INLINE = {
    "a": "a", "b": "b", "strong": "b", "i": "i", "em": "i", "cite": "i", "dfn": "i", "var": "i",
    "u": "u", "ins": "u", "s": "s", "del": "s", "strike": "s",
}  # fmt: skip
HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4"}
RAISED = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
LOWERED = str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋")
# Dzen shows what every browser shows
SHOWN = (".jpg", ".jpeg", ".png", ".gif", ".webp")


def dzen_body(html: str) -> str:
    """A body as `readable` gives it, in Dzen's elements."""
    return "".join(_blocks(parsed(html)))


def _blocks(parent: HtmlElement) -> Iterator[str]:
    """The blocks of a container; what stands between them is a paragraph of its own."""
    run = [escape(parent.text or "", quote=False)]
    for child in parent:
        told = _block(child)
        if told is None:
            run.append(_inline_of(child))
        else:
            yield from _paragraph("".join(run))
            run = []
            yield from told
        run.append(escape(child.tail or "", quote=False))
    yield from _paragraph("".join(run))


def _block(element: HtmlElement) -> Iterable[str] | None:
    """What a block becomes; None for what belongs into a line."""
    name = element.tag
    if name in HEADINGS:
        return _filled(HEADINGS[name], _inside(element))
    told = _BLOCKS.get(name)
    return told(element) if told else None


def _list(element: HtmlElement) -> Iterator[str]:
    return _filled(element.tag, "".join(f"<li>{_item(li)}</li>" for li in element.findall("li")))


def _quote(element: HtmlElement) -> Iterator[str]:
    return _filled("blockquote", "".join(_blocks(element)))


def _term(element: HtmlElement) -> Iterator[str]:
    inside = _inside(element)
    return _filled("p", inside and f"<b>{inside}</b>")


def _lines(element: HtmlElement) -> Iterator[str]:
    """A paragraph: broken where its author broke it, its pictures after it."""
    run = [escape(element.text or "", quote=False)]
    for child in element:
        if child.tag == "br":
            yield from _paragraph("".join(run))
            run = []
        else:
            run.append(_inline_of(child))
        run.append(escape(child.tail or "", quote=False))
    yield from _paragraph("".join(run))
    for picture in element.iter("img"):
        yield from _picture(picture)


def _item(item: HtmlElement) -> str:
    """An item of a list: its lines in one, lists below it as they are."""
    run = [escape(item.text or "", quote=False)]
    for child in item:
        if child.tag in ("ul", "ol"):
            run += _list(child)
        elif child.tag in ("p", "div", "blockquote"):
            run.append(f" {_item(child)} ")
        else:
            run.append(_inline_of(child))
        run.append(escape(child.tail or "", quote=False))
    return _tidy("".join(run))


def _figured(element: HtmlElement) -> Iterator[str]:
    """A figure: each picture with the words under all of them; a table or a quote by itself."""
    caption = element.find("figcaption")
    words = caption.text_content() if caption is not None else ""
    if caption is not None:
        caption.drop_tree()
    pictures = list(element.iter("img"))
    for picture in pictures:
        yield from _figure(picture, words or picture.get("alt", ""))
    if not pictures:
        yield from _blocks(element)
        yield from _paragraph(escape(words, quote=False))


def _figure(picture: HtmlElement, words: str) -> Iterator[str]:
    source = picture.get("src", "")
    if not source.lower().partition("?")[0].endswith(SHOWN):
        return
    said = f"<figcaption>{escape(_tidy(words), quote=False)}</figcaption>" if words.strip() else ""
    yield f'<figure><img src="{escape(source)}">{said}</figure>'


def _picture(element: HtmlElement) -> Iterator[str]:
    return _figure(element, element.get("alt", ""))


def _code(element: HtmlElement) -> Iterator[str]:
    """Each line a paragraph, set in as it was."""
    for line in element.text_content().splitlines():
        indent = "\u00a0" * (len(line) - len(line.lstrip()))
        yield from _filled("p", line.strip() and indent + escape(line.strip(), quote=False))


def _inside(element: HtmlElement) -> str:
    """What stands in an element, in one line."""
    parts = [escape(element.text or "", quote=False)]
    for child in element:
        parts += [_inline_of(child), escape(child.tail or "", quote=False)]
    return _tidy("".join(parts))


def _inline_of(element: HtmlElement) -> str:
    """An element of a line and what is in it."""
    if element.tag in ("img", "br"):
        return " "
    if element.tag in ("sup", "sub"):
        return _shifted(element)
    inside, name = _inside(element), INLINE.get(element.tag)
    if element.tag == "q":
        return f"«{inside}»"
    if not name or not inside:
        return inside
    if name == "a":
        href = element.get("href", "")
        web = href.startswith(("https://", "http://"))
        return f'<a href="{escape(href)}">{inside}</a>' if web else inside
    return f"<{name}>{inside}</{name}>"


def _shifted(element: HtmlElement) -> str:
    """м² stays м²; the number of a footnote stands in brackets."""
    text: str = element.text_content().strip()
    if element.tag == "sup" and element.find("a") is not None:
        return f" [{escape(text, quote=False)}]"
    shifted = text.translate(RAISED if element.tag == "sup" else LOWERED)
    small = all(letter not in text for letter in shifted)
    return escape(shifted if small else text, quote=False)


def _paragraph(html: str) -> Iterator[str]:
    yield from _filled("p", _tidy(html))


def _filled(name: str, inside: str) -> Iterator[str]:
    if inside:
        yield f"<{name}>{inside}</{name}>"


def _tidy(html: str) -> str:
    """No line breaks, no double spaces; no-break spaces stay."""
    return " ".join(part for part in html.replace("\n", " ").replace("\t", " ").split(" ") if part)


_BLOCKS: Mapping[str, Callable[[HtmlElement], Iterator[str]]] = {
    "p": _lines,
    "ul": _list,
    "ol": _list,
    "blockquote": _quote,
    "pre": _code,
    "table": lambda table: rows_told(table, _inside),
    "img": _picture,
    "figure": _figured,
    "hr": lambda _: iter(()),
    "div": _blocks,
    "dl": _blocks,
    "dt": _term,
    "dd": _blocks,
}
