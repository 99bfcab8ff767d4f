"""How fast phrases are found beside plain first-parse pymorphy3 with a cache, as a ratio.

    python benchmarks/matching.py [FOLDER_OF_TEXTS] [--phrases N]

Both look for the same phrases (the commonest words and pairs of the texts) in the same files
(*.md, *.txt; content/ by default), each in a process of its own, by turns; the least CPU time
counts. Cold is without .cache/, warm is with it. Load is the pipe with nothing to answer.
"""

import argparse
import collections
import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parents[1]
RUNS = 3
PIPE = """
import sys
from pathlib import Path
from plugins.words import analysis
from plugins.keywords.__main__ import main
if sys.argv[1] == "cold":
    analysis.MEMORY_FILE = Path("/dev/null/none")
main()
"""
FIRST_PARSE = """
import json, re, sys
from functools import lru_cache
from pymorphy3 import MorphAnalyzer
analyzer, word = MorphAnalyzer(), re.compile(r"[^\\W_]+(?:-[^\\W_]+)*")
@lru_cache(None)
def lemma(form): return analyzer.parse(form)[0].normal_form
def lemmas(text): return [(lemma(w[0].lower()), w.start(), w.end()) for w in word.finditer(text)]
for line in sys.stdin:
    asked = json.loads(line)
    beginning = {}
    for index, phrase in enumerate(asked["phrases"]):
        if run := [name for name, *_ in lemmas(phrase)]:
            beginning.setdefault(run[0], []).append((index, run))
    words, spans = lemmas(asked["text"]), []
    for at, (name, start, _) in enumerate(words):
        for index, run in beginning.get(name, ()):
            here = words[at : at + len(run)]
            if [other for other, *_ in here] == run:
                spans.append([index, start, here[-1][2]])
    print(json.dumps({"id": asked["id"], "spans": spans}))
"""


def questions(folder: Path, count: int) -> tuple[bytes, int]:
    """Lines for the pipe, and how many words their texts hold."""
    files = sorted(file for kind in ("md", "txt") for file in folder.rglob(f"*.{kind}"))
    texts = [file.read_text("utf-8", errors="replace") for file in files]
    words = [word.lower() for text in texts for word in text.split() if word.isalpha()]
    common = collections.Counter([*words, *map(" ".join, pairwise(words))])
    phrases = [phrase for phrase, _ in common.most_common(count)]
    lines = [
        json.dumps({"id": number, "text": text, "phrases": phrases}, ensure_ascii=False)
        for number, text in enumerate(texts)
    ]
    return "\n".join(lines).encode(), sum(len(text.split()) for text in texts)


def cpu_seconds(command: list[str], asked: bytes) -> float:
    """User and system seconds of a command; a failing command ends the benchmark."""
    before = os.times()
    done = subprocess.run(command, cwd=ROOT, input=asked, capture_output=True, check=False)
    after = os.times()
    if done.returncode:
        sys.exit(done.stderr.decode())
    spent = after.children_user - before.children_user
    return spent + after.children_system - before.children_system


def main() -> None:
    """Print words a second of the three, the ratios and the load time."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "content")
    parser.add_argument("--phrases", type=int, default=1000)
    options = parser.parse_args()
    asked, words = questions(options.folder, options.phrases)
    commands = {
        "first parse": [sys.executable, "-c", FIRST_PARSE],
        "cold": [sys.executable, "-c", PIPE, "cold"],
        "warm": [sys.executable, "-c", PIPE, "warm"],
    }
    cpu_seconds(commands["warm"], asked)
    spent = {name: [cpu_seconds(run, asked) for _ in range(RUNS)] for name, run in commands.items()}
    least = {name: min(seconds) for name, seconds in spent.items()}
    for name, seconds in least.items():
        ratio = least["first parse"] / seconds
        print(f"{name:12} {words / seconds:10,.0f} words/s  {ratio:.2f}")
    print(f"{'load':12} {min(cpu_seconds(commands['warm'], b'') for _ in range(RUNS)):.2f} s")


if __name__ == "__main__":
    main()
