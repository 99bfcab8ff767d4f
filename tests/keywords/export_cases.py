"""Cases of exports/*.txt: a file as a tool saves it, and what an import takes from it.

`== title [encoding line-end]` begins a case, the lines after it are the file; ⇥ is a tab, ␣ a
no-break space, ␀ a control character, {9} nine letters. Then come, each in a line of its own:
`> phrase = frequency | group: … | url: … | target: … | note: … | spelled: … | at least`,
`~ line: why something was left out`, `? read: columns`, `? unread: columns or none`,
`? counts: asked, demand or shown`, or `! why the file is refused`.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent / "exports"
UNSEEN = str.maketrans({"⇥": "\t", "␣": "\u00a0", "␀": "\x07"})
ENCODINGS = {
    "utf-16": ("utf-16-le", codecs.BOM_UTF16_LE),
    "utf-16-be": ("utf-16-be", codecs.BOM_UTF16_BE),
    "utf-16-no-mark": ("utf-16-le", b""),
}
LINE_ENDS = {"cr": "\r", "crlf": "\r\n"}
SIGNS = ("> ", "~ ", "? ", "! ")


@dataclass
class Case:
    """A file and what is said of it; `marks` are its encoding and line end."""

    title: str
    marks: list[str]
    lines: list[str] = field(default_factory=list)
    said: dict[str, list[str]] = field(default_factory=lambda: {sign[0]: [] for sign in SIGNS})

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        text = re.sub(r"\{(\d+)\}", lambda n: "я" * int(n[1]), "\n".join([*self.lines, ""]))
        ends = (LINE_ENDS[mark] for mark in self.marks if mark in LINE_ENDS)
        text = text.translate(UNSEEN).replace("\n", next(ends, "\n"))
        encoding = next((mark for mark in self.marks if mark not in LINE_ENDS), "utf-8")
        codec, bom = ENCODINGS.get(encoding, (encoding, b""))
        return bom + text.encode(codec)

    def setting(self, name: str, default: str) -> str:
        """What `? name: …` says."""
        found = (line.partition(": ") for line in self.said["?"])
        return next((value for key, _, value in found if key == name), default)


def cases() -> Iterator[Case]:
    """All cases of all files."""
    for file in sorted(FOLDER.glob("*.txt")):
        current: Case | None = None
        for line in file.read_text("utf-8").splitlines():
            if line.startswith("== "):
                if current:
                    yield current
                title, _, marks = line[3:].partition(" [")
                current = Case(f"{file.stem}: {title}", marks.rstrip("]").split())
            elif current and line.startswith(SIGNS):
                current.said[line[0]].append(line[2:])
            elif current and (line or not any(current.said.values())):
                current.lines.append(line)
        if current:
            yield current
