"""A table as a list that reads as well: each row an item, its cells named by their columns."""

from collections.abc import Callable, Iterator

from lxml.html import HtmlElement

Inside = Callable[[HtmlElement], str]


def rows_told(table: HtmlElement, inside: Inside) -> Iterator[str]:
    """The caption as a paragraph, then the rows as a list. `inside` is a cell's text as HTML."""
    caption = table.find("caption")
    if caption is not None and inside(caption):
        yield f"<p><b>{inside(caption)}</b></p>"
    rows = list(table.iter("tr"))
    heads = _heads(rows[0], inside) if rows else []
    told = (_row(row, heads, inside) for row in (rows[1:] if heads else rows))
    items = "".join(f"<li>{row}</li>" for row in told if row)
    if items:
        yield f"<ul>{items}</ul>"


def _heads(row: HtmlElement, inside: Inside) -> list[str]:
    """The names of the columns; none where the first row is a row as any other."""
    cells = _cells(row)
    return [inside(cell) for cell in cells] if all(cell.tag == "th" for cell in cells) else []


def _row(row: HtmlElement, heads: list[str], inside: Inside) -> str:
    """«Грузовик — дней: 22–30; доплата: 48 ₽»; with two columns «Грузовик — 22–30»."""
    cells = [inside(cell) for cell in _cells(row)]
    if not any(cells):
        return ""
    first, rest = cells[0], cells[1:]
    if len(rest) == 1:
        told = rest[0]
    else:
        names = heads[1:] + [""] * len(rest)
        pairs = [(name, cell) for name, cell in zip(names, rest, strict=False) if cell]
        told = "; ".join(f"{name}: {cell}" if name else cell for name, cell in pairs)
    if not first or not told:
        return first or told
    return f"<b>{first}</b> — {told}" if "<b>" not in first else f"{first} — {told}"


def _cells(row: HtmlElement) -> list[HtmlElement]:
    return [cell for cell in row if cell.tag in ("td", "th")]
