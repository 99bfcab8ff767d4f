"""A form that sends what the page holds, and nothing that a visitor types."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Form:
    """An address to POST to and hidden fields in their order."""

    action: str
    fields: tuple[tuple[str, str], ...]


def in_short(text: str, most: int) -> str:
    """A text on one line, cut at a word with an ellipsis where it is longer than `most`."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[:most]
    return f"{cut[: most - 1].rsplit(' ', 1)[0].rstrip(' ,.;:—–-')}…"
