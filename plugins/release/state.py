"""What was published is remembered from one run to the next: `state/`, a file for each who knows.

`published.json` says what the last publishing build gives visitors, `indexnow-<engine>.json` what
an engine has accepted. They cannot be made again from the texts, so nothing clears them away.
"""

import json
import os
import re
from pathlib import Path

from plugins.audit import pages_in
from plugins.language.messages import Message, message
from plugins.release.published import VERSION, Published, published

PUBLISHED = "published.json"
_ABSENT = message("there is no such file")
_BROKEN = message("the file is broken")
_OTHER_VERSION = message("the file was written by another version of Vitrina")
_NO_NAME = re.compile(r"[^a-z0-9.-]+")


def engine_file(engine: str) -> str:
    """The file that keeps what an engine knows: `indexnow-yandex.com.json`."""
    name = engine.lower().removeprefix("https://").removesuffix("/indexnow")
    return f"indexnow-{_NO_NAME.sub('-', name)}.json"


def remembered(file: Path) -> Published | Message:
    """What a file remembers, or in words why that is unknown."""
    try:
        said = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return _ABSENT
    except ValueError:
        return _BROKEN
    match said:
        case {"version": int(version)} if version != VERSION:
            return _OTHER_VERSION
        case {"version": int(), "address": str(address), "pages": dict(pages)}:
            digests = all(isinstance(value, str) for value in pages.values())
            return Published(address, pages) if digests else _BROKEN
    return _BROKEN


def remember(file: Path, state: Published) -> None:
    """Write a state in one step: whoever reads, or dies meanwhile, finds the old or the new one."""
    said = {"version": VERSION, "address": state.address, "pages": dict(state.pages)}
    text = json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True)
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.next")
    with beside.open("w", encoding="utf-8") as written:
        written.write(f"{text}\n")
        written.flush()
        os.fsync(written.fileno())
    beside.replace(file)


def record_published(file: Path, output: Path, address: str) -> None:
    """Remember what a publishing build has just made."""
    pages, _files = pages_in(output)
    remember(file, published(pages, address))
