"""Judges the HTML of every built page with checkers from outside: `python judges/judge.py output`.

In: a folder of built pages. Out: a line `page:line: judge: message` for each defect, exit code 1 or
0. In every run the judges also get a page with seeded defects: one that accepts it is broken.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any
from urllib.parse import unquote, urlsplit

HERE = Path(__file__).resolve().parent
MODULES = HERE / "node_modules"
SEEDED_DEFECTS = HERE / "seeded-defects.html"


@dataclass(frozen=True, order=True)
class Defect:
    """What a judge has against a line of a page."""

    page: Path
    line: int
    judge: str
    message: str

    def __str__(self) -> str:
        page = (
            self.page.relative_to(Path.cwd()) if self.page.is_relative_to(Path.cwd()) else self.page
        )
        return f"{page}:{self.line}: {self.judge}: {self.message}"


Judge = Callable[[Sequence[Path]], list[Defect]]


def nu_html_checker(pages: Sequence[Path]) -> list[Defect]:
    """Pages in, defects out: errors and, as with `--Werror`, warnings of the Nu HTML checker."""
    jar = MODULES / "vnu-jar/build/dist/vnu.jar"
    answer = _answer(["java", "-jar", str(jar), "--Werror", "--stdout", "--format", "json"], pages)
    return list(read_nu_html_checker(answer))


def read_nu_html_checker(answer: Any) -> Iterator[Defect]:
    """The checker's JSON in, defects out; mere remarks are left out."""
    for message in answer["messages"]:
        if message["type"] == "info" and message.get("subType") != "warning":
            continue
        page = Path(unquote(urlsplit(message.get("url", "")).path))
        yield Defect(page, message.get("lastLine", 0), "Nu HTML checker", message["message"])


def html_validate(pages: Sequence[Path]) -> list[Defect]:
    """Pages in, defects out: errors and warnings of html-validate under `.htmlvalidate.json`."""
    command = [str(MODULES / ".bin/html-validate"), "--config", str(HERE / ".htmlvalidate.json")]
    answer = _answer([*command, "--formatter", "json"], pages)
    return list(read_html_validate(answer))


def read_html_validate(answer: Any) -> Iterator[Defect]:
    """html-validate's JSON in, defects out."""
    for page in answer:
        for message in page["messages"]:
            text = f"{message['message']} ({message['ruleId']})"
            yield Defect(Path(page["filePath"]), message["line"], "html-validate", text)


def _answer(command: list[str], pages: Sequence[Path]) -> Any:
    """What a judge prints about the pages, as JSON; a judge that prints none ends the run."""
    # Into a file: Node ends with what a pipe holds, 64 KiB, and loses the rest.
    with TemporaryFile("w+", encoding="utf-8") as said:
        judged = subprocess.run(
            [*command, *map(str, pages)],
            stdout=said,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        said.seek(0)
        answer = said.read()
    try:
        return json.loads(answer)
    except json.JSONDecodeError:
        raise SystemExit(f"{command[0]}: {judged.stderr.strip() or answer}") from None


JUDGES: tuple[Judge, ...] = (nu_html_checker, html_validate)


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
