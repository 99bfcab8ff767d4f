"""The small site's output, file by file, as it should be; of bitmaps, their format and size.

`UPDATE_EXPECTED=1 pytest tests/test_site.py` writes it anew; the diff is then reviewed.
"""

import os
import shutil
from pathlib import Path

from tests.pictures.examples import described
from tests.sites import SITE, output_of, project

EXPECTED = SITE / "expected"


def test_output_is_as_expected(tmp_path: Path) -> None:
    output = {path: described(path, data) for path, data in output_of(project(tmp_path)).items()}
    if os.environ.get("UPDATE_EXPECTED"):
        shutil.rmtree(EXPECTED, ignore_errors=True)
        for path, data in output.items():
            (EXPECTED / path).parent.mkdir(parents=True, exist_ok=True)
            (EXPECTED / path).write_bytes(data)
    files = sorted(f for f in EXPECTED.rglob("*") if f.is_file())
    expected = {f.relative_to(EXPECTED).as_posix(): f.read_bytes() for f in files}

    assert list(expected) == list(output)
    for path, data in expected.items():
        assert data.decode() == output[path].decode(), path


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    first = output_of(project(tmp_path / "first"))
    second = output_of(project(tmp_path / "second"))

    assert first == second
