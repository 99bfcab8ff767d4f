"""Lighthouse over one page of each kind: `python -m judges.lighthouse output`.

In: a folder of built pages. Out: the medians as a table, the reports in reports/lighthouse/, exit
code 1 when one is over the budget of tests/browser/budgets.toml.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from judges.accessibility import chromium
from judges.defect import HERE, MODULES
from tests.browser.built_site import served

BUDGETS = HERE.parent / "tests/browser/budgets.toml"
REPORTS = HERE.parent / "reports/lighthouse"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TIMES = ("largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-background-networking "
    "--disable-component-update --disable-sync"
)


@dataclass(frozen=True)
class Measured:
    """The medians of one page on one preset: scores of 100, times in milliseconds."""

    path: str
    preset: str
    values: Mapping[str, float]

    def __str__(self) -> str:
        scores = "/".join(f"{self.values[name]:.0f}" for name in CATEGORIES)
        lcp, tbt, cls = (self.values[name] for name in TIMES)
        told = f"LCP {lcp:.0f} ms, TBT {tbt:.0f} ms, CLS {cls:.3f}"
        return f"/{self.path} {self.preset}: {scores}, {told}"


def medians(path: str, preset: str, reports: Sequence[Any]) -> Measured:
    """Reports of Lighthouse about one page in, their medians out."""
    runs = [values_of(report) for report in reports]
    return Measured(path, preset, {name: median(run[name] for run in runs) for name in runs[0]})


def values_of(report: Any) -> dict[str, float]:
    """One report in; its scores, and the times that have budgets, out."""
    scores = {name: 100 * report["categories"][name]["score"] for name in CATEGORIES}
    return scores | {name: report["audits"][name]["numericValue"] for name in TIMES}


def exceeded(measured: Measured, budget: Mapping[str, Any]) -> Iterator[str]:
    """A page's medians in, a line for each that is over its budget out."""
    for name in CATEGORIES:
        if measured.values[name] < budget["score"]:
            found = f"{name} {measured.values[name]:.0f} of {budget['score']}"
            yield f"/{measured.path} {measured.preset}: {found}"
    for name in TIMES if measured.preset == "mobile" else ():
        if measured.values[name] > budget[name]:
            found = f"{name} {measured.values[name]:.4g} of {budget[name]}"
            yield f"/{measured.path} {measured.preset}: {found}"


def report_on(url: str, preset: str, file: Path) -> Any:
    """Run Lighthouse once; its report, which it leaves in the file."""
    command = [str(MODULES / ".bin/lighthouse"), url, "--output=json", f"--output-path={file}"]
    command += ["--quiet", f"--chrome-flags={FLAGS}"]
    command += ["--preset=desktop"] if preset == "desktop" else []
    environment = {**os.environ, "CHROME_PATH": chromium()}
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if run.returncode:
        raise SystemExit(f"lighthouse {url}: {run.stderr.strip()}")
    return json.loads(file.read_text("utf-8"))


def measured_on(folder: Path, budget: Mapping[str, Any]) -> Iterator[Measured]:
    """A built site in; the medians of each page of the budget on both presets out, as they come."""
    REPORTS.mkdir(parents=True, exist_ok=True)
    with served(folder) as site:
        for path in budget["pages"]:
            for preset in ("mobile", "desktop"):
                name = path.strip("/").replace("/", "-") or "home"
                files = [
                    REPORTS / f"{name}-{preset}-{run + 1}.json" for run in range(budget["runs"])
                ]
                reports = [report_on(f"{site.address}/{path}", preset, file) for file in files]
                yield medians(path, preset, reports)


def main(folder: str) -> int:
    """A folder of built pages in, exit code out; prints the medians and what is over budget."""
    budget = tomllib.loads(BUDGETS.read_text("utf-8"))["lighthouse"]
    missing = [path for path in budget["pages"] if not Path(folder, path, "index.html").is_file()]
    if missing:
        print(f"{BUDGETS.name}: no such page / нет такой страницы: {', '.join(missing)}")
        return 2
    over = []
    for measured in measured_on(Path(folder), budget):
        print(measured, flush=True)
        over += list(exceeded(measured, budget))
    print("\n".join(over) if over else "within every budget / в пределах всех бюджетов")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
