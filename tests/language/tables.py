"""Tables for people beside the tests: a case a line, cells between tabs, # begins a remark."""

from pathlib import Path

NO_BREAK = "\u00a0"
JOINER = "\u2060"


def rows(file: Path) -> list[list[str]]:
    """The cells of every line but the empty and remarks; `~` is a no-break space, `^` a joiner."""
    lines = file.read_text("utf-8").splitlines()
    cases = (line for line in lines if line.strip() and not line.startswith("# "))
    return [line.replace("~", NO_BREAK).replace("^", JOINER).split("\t") for line in cases]
