"""A strict grammar of robots.txt: all that parsers forgive is refused here.

RFC 9309, Yandex's rules for its own group, and what Yandex has stopped reading.
"""

import re
from collections.abc import Iterator

_LINE = re.compile(r"(?:(User-agent|Allow|Disallow|Clean-param|Sitemap): (\S.*)|(Disallow):)")
_AGENT = re.compile(r"\*|[A-Za-z_-]+")
_RULE = re.compile(r"[/*][!-~]*")
_NAMES = re.compile(r"[A-Za-z0-9._~\[\]-]+(?:&[A-Za-z0-9._~\[\]-]+)*(?: /[!-~]*)?")
_SITEMAP = re.compile(r"https?://[!-~]+/[!-~]*\.xml")


def faults(data: bytes) -> list[str]:
    """What is wrong with a file, a line each."""
    if data.startswith(b"\xef\xbb\xbf") or b"\r" in data or not data.endswith(b"\n"):
        return ["the file: a mark of order, foreign line ends, or an end that is missing"]
    text = data.decode("ascii", "replace")
    found = [
        f"line {n}: {what}"
        for n, line in enumerate(text.splitlines(), 1)
        for what in _of_line(line)
    ]
    return [*found, *_of_groups(text), *_of_size(data, text)]


def _of_line(line: str) -> Iterator[str]:
    parted = _LINE.fullmatch(line)
    if not line:
        return
    if parted is None:
        yield f"no directive that is read: {line!r}"
        return
    name, value = parted[1] or parted[3], parted[2] or ""
    forms = {"User-agent": _AGENT, "Clean-param": _NAMES, "Sitemap": _SITEMAP}
    if parted[3] is None and not forms.get(name, _RULE).fullmatch(value):
        yield f"{name} does not have the value {value!r}"
    if name in ("Allow", "Disallow") and "$" in value[:-1]:
        yield "a $ that does not end the rule"
    if name in ("Allow", "Disallow") and len(line) > 1_024:
        yield "a rule too long"
    if name == "Clean-param" and len(line) > 500:
        yield "parameters too long"


def _of_groups(text: str) -> Iterator[str]:
    groups = [block.splitlines() for block in text.split("\n\n")]
    agents: list[str] = []
    for group in groups:
        names = [line.partition(":")[0] for line in group]
        if not names:
            yield "two blank lines"
            continue
        if names[0] == "Sitemap":
            if set(names) != {"Sitemap"}:
                yield "rules among sitemaps"
            continue
        last = max((n for n, name in enumerate(names) if name == "User-agent"), default=-1)
        if names[0] != "User-agent" or set(names[: last + 1]) != {"User-agent"}:
            yield "rules without a robot, or robots among rules"
        if not set(names) & {"Allow", "Disallow"}:
            yield "a group without a rule"
        agents += [line.partition(": ")[2].lower() for line in group[: last + 1]]
    if len(agents) != len(set(agents)):
        yield "a robot twice"
    if not {"*", "yandex"} <= set(agents):
        yield "no group for all, or none for Yandex"
    if "Sitemap:" not in text:
        yield "no sitemap"
    yield from _of_yandex(groups)


def _of_yandex(groups: list[list[str]]) -> Iterator[str]:
    """Yandex passes over the rules for all: its own group must have them, too."""
    rules = {
        group[0]: {line for line in group if line.startswith(("Allow", "Disallow"))}
        for group in groups
        if group
    }
    if not rules.get("User-agent: *", set()) <= rules.get("User-agent: Yandex", set()):
        yield "rules for all that Yandex does not get"


def _of_size(data: bytes, text: str) -> Iterator[str]:
    if len(data) > 500_000:
        yield "the file is too large"
    if len(re.findall(r"^(?:Allow|Disallow):", text, re.MULTILINE)) > 2_048:
        yield "too many rules"
