"""How long a build takes beside plain Pelican: the same articles, the same run, as a ratio.

    python benchmarks/build.py FOLDER_OF_MARKDOWN

Plain Pelican has its default settings and theme; Vitrina builds the shipped site with the
articles added to its Russian blog. Each is run three times by turns; the best CPU time counts.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROJECT = ("content", "theme", "locales", "plugins", "pelicanconf.py", "publishconf.py")
RUNS = 3


def cpu_seconds(command: list[str], folder: Path) -> float:
    """User and system seconds of a command; a failing command ends the benchmark."""
    before = os.times()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    after = os.times()
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    spent = after.children_user - before.children_user
    return spent + after.children_system - before.children_system


def vitrina_project(folder: Path, articles: list[Path]) -> None:
    """Copy the project and add the articles to its blog."""
    for name in PROJECT:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    for article in articles:
        shutil.copy(article, folder / "content" / "ru" / "blog")


def main(source: Path) -> None:
    """Print both times and their ratio."""
    articles = sorted(source.glob("**/*.md"))
    with tempfile.TemporaryDirectory() as folder:
        plain, vitrina = Path(folder, "plain"), Path(folder, "vitrina")
        (plain / "content").mkdir(parents=True)
        vitrina.mkdir()
        for article in articles:
            shutil.copy(article, plain / "content")
        vitrina_project(vitrina, articles)
        pelican = [sys.executable, "-m", "pelican"]
        times: dict[str, list[float]] = {"plain": [], "vitrina": []}
        for _ in range(RUNS):
            times["plain"].append(cpu_seconds([*pelican, "content", "-o", "output"], plain))
            times["vitrina"].append(cpu_seconds([*pelican, "-s", "pelicanconf.py"], vitrina))
    best = {name: min(seconds) for name, seconds in times.items()}
    print(f"{len(articles)} articles; plain Pelican {best['plain']:.2f} s CPU")
    print(f"Vitrina {best['vitrina']:.2f} s CPU, {best['vitrina'] / best['plain']:.2f} times")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
