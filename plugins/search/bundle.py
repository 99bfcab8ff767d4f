"""Pagefind's own work: staged pages in, the files that visitors' browsers load out."""

import gzip
import json
import os
import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pagefind_bin import get_executable

from plugins.language.messages import message, verbatim
from plugins.language.problems import Problem, ProblemsFound
from plugins.search.staged import Staged

Fragments = Mapping[str, dict[str, Any]]
FOLDER, ENTRY = "pagefind", "pagefind-entry.json"
# An index file holds about this many places of words. A question loads one file a word; the list
# of the files, which every question needs, must stay short on a large site.
LEAST, PER_PAGE = 1000, 4
SIGNATURE = b"pagefind_dcd"
# Interfaces, a worker and a language we do not use
_UNUSED = re.compile(r"pagefind-.*\.(?:js|css)|wasm\.unknown\.pagefind")


def bundle(pages: Iterable[Staged]) -> Iterator[tuple[str, bytes]]:
    """(path in the output, bytes) of every file of the index. Raises ProblemsFound."""
    fragments = {f"/{page.name}": page.fragment for page in pages}
    with tempfile.TemporaryDirectory() as folder:
        site, index = Path(folder, "site"), Path(folder, "index")
        site.mkdir()
        for page in pages:
            (site / page.name).write_text(page.html, "utf-8")
        _run(Path(folder), max(LEAST, PER_PAGE * len(fragments)))
        for file in sorted(f for f in index.rglob("*") if f.is_file()):
            path = file.relative_to(index).as_posix()
            if not _UNUSED.fullmatch(path):
                yield f"{FOLDER}/{path}", _finished(path, file.read_bytes(), fragments)


def _run(folder: Path, chunk: int) -> None:
    """Pagefind in a folder of its own: no settings of the environment or of a file reach it."""
    variables = {k: v for k, v in os.environ.items() if not k.startswith("PAGEFIND_")}
    variables["PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE"] = str(chunk)
    done = subprocess.run(
        [str(get_executable()), "--site", "site", "--output-path", "index", "--silent"],
        cwd=folder,
        env=variables,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise _failed(done.stdout + done.stderr)


def _finished(path: str, data: bytes, fragments: Fragments) -> bytes:
    if path.startswith("fragment/"):
        return _readable(data, fragments)
    # Pagefind names the languages in any order: the one thing in which two builds differ
    return _json(json.loads(data)) if path == ENTRY else data


def _readable(data: bytes, fragments: Fragments) -> bytes:
    """What results show of a page, its text in place of its keys."""
    made = json.loads(gzip.decompress(data).removeprefix(SIGNATURE))
    fragment = fragments[made["url"]]
    if made["word_count"] != fragment["word_count"]:
        raise _failed(f"{fragment['url']}: {made['word_count']} ≠ {fragment['word_count']}")
    return gzip.compress(SIGNATURE + _json(fragment), 9, mtime=0)


def _json(value: object) -> bytes:
    """Compact, keys in order."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def _failed(said: str) -> ProblemsFound:
    text = message("Pagefind made no search index: %(said)s", said=verbatim(said))
    return ProblemsFound([Problem("search", 0, "", text)])
