"""Judges every built page with checkers from outside: `python -m judges.judge output`.

In: a folder of built pages. Out: a line `page:line: judge: message` for each defect, exit code 1 or
0. In every run the judges also get a page with seeded defects: one that accepts it is broken.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from judges.accessibility import pa11y
from judges.defect import HERE, MODULES, Defect, Judge, answer_of
from judges.spelling import hunspell
from judges.structured_data import rich_results, schema_dts

# Pages are judged as files, which have no host: nothing of the site is 'self' to them. The policy
# itself is tested in a browser (tests/browser/test_policy.py)
OWN_FILE = re.compile(r"violates Content Security Policy .*: \w+ “/[^/]")
SEEDED_DEFECTS = HERE / "seeded-defects.html"


def nu_html_checker(pages: Sequence[Path]) -> list[Defect]:
    """Pages in, defects out: errors and, as with `--Werror`, warnings of the Nu HTML checker."""
    jar = MODULES / "vnu-jar/build/dist/vnu.jar"
    answer = answer_of(
        ["java", "-jar", str(jar), "--Werror", "--stdout", "--format", "json"], pages
    )
    return list(read_nu_html_checker(answer))


def read_nu_html_checker(answer: Any) -> Iterator[Defect]:
    """The checker's JSON in, defects out; mere remarks are left out."""
    for message in answer["messages"]:
        if message["type"] == "info" and message.get("subType") != "warning":
            continue
        if OWN_FILE.search(message["message"]) or _is_data(message):
            continue
        page = Path(unquote(urlsplit(message.get("url", "")).path))
        yield Defect(page, message.get("lastLine", 0), "Nu HTML checker", message["message"])


def _is_data(message: Any) -> bool:
    """Whether a policy is said to block a script that is data: browsers block none (CSP 3, 6.7)."""
    blocked = message["message"].startswith("Inline script violates Content Security Policy")
    return blocked and 'type="application/ld+json"' in message.get("extract", "")


def html_validate(pages: Sequence[Path]) -> list[Defect]:
    """Pages in, defects out: errors and warnings of html-validate under `.htmlvalidate.json`."""
    command = [str(MODULES / ".bin/html-validate"), "--config", str(HERE / ".htmlvalidate.json")]
    answer = answer_of([*command, "--formatter", "json"], pages)
    return list(read_html_validate(answer))


def read_html_validate(answer: Any) -> Iterator[Defect]:
    """html-validate's JSON in, defects out."""
    for page in answer:
        for message in page["messages"]:
            text = f"{message['message']} ({message['ruleId']})"
            yield Defect(Path(page["filePath"]), message["line"], "html-validate", text)


JUDGES: tuple[Judge, ...] = (
    nu_html_checker,
    html_validate,
    pa11y,
    hunspell,
    schema_dts,
    rich_results,
)


def judge(pages: Sequence[Path], judges: Sequence[Judge] = JUDGES) -> list[Defect]:
    """Pages in, all defects out by page; a judge that overlooks the seeded defects ends the run."""
    with ThreadPoolExecutor() as pool:
        verdicts = list(pool.map(lambda each: each([*pages, SEEDED_DEFECTS]), judges))
    for each, verdict in zip(judges, verdicts, strict=True):
        if not any(defect.page == SEEDED_DEFECTS for defect in verdict):
            raise SystemExit(
                f"{each.__name__}: accepts {SEEDED_DEFECTS.name}, so its word is worth nothing"
            )
    found = (defect for verdict in verdicts for defect in verdict)
    return sorted(defect for defect in found if defect.page != SEEDED_DEFECTS)


def main(folder: str) -> int:
    """A folder of built pages in, exit code out; prints the defects."""
    pages = sorted(Path(folder).resolve().rglob("*.html"))
    if not pages:
        print(f"{folder}: no pages / нет страниц", file=sys.stderr)
        return 2
    defects = judge(pages)
    for defect in defects:
        print(defect)
    print(f"{len(pages)} pages judged, defects: {len(defects)} / дефектов: {len(defects)}")
    return 1 if defects else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
