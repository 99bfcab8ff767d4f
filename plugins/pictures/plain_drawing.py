"""A drawing as it looks by day, in words that every renderer knows.

Custom properties are replaced by what they stand for, and whatever depends on the screen (dark
colours, narrow windows) is left out: what remains is the drawing as its author first wrote it.
"""

import re

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_MEDIA = re.compile(r"@media\b[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", re.IGNORECASE)
_PROPERTY = re.compile(r"(--[\w-]+)\s*:\s*([^;{}\"'<>]+)")
# The innermost var() first: what it falls back to may be another
_USE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,\s*([^()]*|[^()]*\([^()]*\)[^()]*))?\)")
# Properties may stand for one another, not for ever
DEEPEST = 8
# What CSS takes for a property that nothing was said of
UNSAID = "inherit"


def plain(drawing: str) -> str:
    """The text of an SVG without media queries and custom properties.

    A property counts for the whole drawing; of several values the last one holds.
    """
    drawing = _MEDIA.sub("", _COMMENT.sub("", drawing))
    values: dict[str, str] = {name: value.strip() for name, value in _PROPERTY.findall(drawing)}

    def told(use: re.Match[str]) -> str:
        return values.get(use[1]) or (use[2] or UNSAID).strip()

    for _ in range(DEEPEST):
        resolved = _USE.sub(told, drawing)
        if resolved == drawing:
            break
        drawing = resolved
    return drawing
