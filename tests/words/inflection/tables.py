"""The tables beside the tests: a case a line, cells between tabs, # begins a remark."""

from pathlib import Path

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")


def rows(name: str) -> list[list[str]]:
    """The cells of every line of a table that is neither empty nor a remark."""
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("# ")]
