"""Reading our own Markdown documents: sections, tables, words in code."""

import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]


@cache
def text(name: str) -> str:
    """The text of a file of the project."""
    return (ROOT / name).read_text("utf-8")


def section(name: str, heading: str) -> str:
    """What stands below a heading, up to the next one of its level or above."""
    found = re.search(rf"^(#+) {re.escape(heading)}$", text(name), re.MULTILINE)
    assert found, f"{name} has no heading «{heading}»"
    rest = text(name)[found.end() :]
    end = re.search(rf"^#{{1,{len(found[1])}}} ", rest, re.MULTILINE)
    return rest[: end.start()] if end else rest


def rows(part: str) -> list[list[str]]:
    """The cells of all tables, without their heads."""
    tables = re.findall(r"^\| ---.*\n((?:\|.*\n?)*)", part, re.MULTILINE)
    lines = [line for table in tables for line in table.splitlines()]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def named(part: str) -> list[str]:
    """What the first column of all tables names: its words in code, in order."""
    return [name for row in rows(part) for name in re.findall(r"`([^`]+)`", row[0])]


def anchors(file: Path) -> set[str]:
    """The ids that headings get where Markdown is shown as a page."""
    headings = re.findall(r"^#+ (.*)$", file.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
