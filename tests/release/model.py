"""A model of a site and of the place where it is published, for histories of releases.

Documents are live by `stages.live`, as real ones; pages are a line of text. A plug can be pulled
before any call: from then on everything fails until the next run.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime

from plugins.documents.stages import Status, live
from plugins.language.messages import Message
from plugins.release.memory import Memory
from plugins.release.planning import Built, News
from plugins.release.record import Record
from plugins.release.release import Step, Voice
from plugins.release.targets import digest_of, is_page


class Unplugged(BaseException):
    """The power is off."""


@dataclass
class Plug:
    """Is pulled when so many more calls have been made; None: never."""

    left: int | None = None

    def __call__(self) -> None:
        if self.left is not None:
            self.left -= 1
            if self.left < 0:
                raise Unplugged


@dataclass
class Text:
    """A document: when it is live, what it says, and which picture it shows."""

    status: Status = Status.READY
    published: datetime | None = None
    expires: datetime | None = None
    says: int = 0
    picture: int = 0
    held: tuple[()] = ()


Texts = dict[str, Text]


def files_of(texts: Texts, now: datetime) -> dict[str, bytes]:
    """The site: a page a live text with its picture, a home page and a feed that lead to them."""
    found = {name: text for name, text in sorted(texts.items()) if live(text, now)}
    pages = {f"blog/{name}/index.html": f"{name} says {t.says}\nneeds pictures/{t.picture}.png"
             for name, t in found.items()}  # fmt: skip
    pictures = {f"pictures/{t.picture}.png": f"picture {t.picture}" for t in found.values()}
    links = "\n".join(["home", *(f"leads {page}" for page in pages)])
    files = {**pages, **pictures, "index.html": links, "feed.xml": links}
    return {path: text.encode() for path, text in files.items()}


@dataclass
class Place:
    """A target in memory that notices what visitors would see after every single call."""

    plug: Plug
    name: str = "place"
    held_files: dict[str, bytes] = field(default_factory=dict)
    state: bytes | None = None
    holder: bytes | None = None
    puts: int = 0

    def files(self) -> Mapping[str, str]:
        self.plug()
        return {path: digest_of(data) for path, data in self.held_files.items()}

    def put(self, path: str, data: bytes, headers: Mapping[str, str]) -> None:  # noqa: ARG002
        self.plug()
        self.held_files[path] = data
        self.puts += 1
        assert not list(broken(self.held_files)), path

    def remove(self, path: str) -> None:
        self.plug()
        self.held_files.pop(path, None)
        assert not list(broken(self.held_files)), path

    def settle(self) -> None:
        self.plug()

    def finish(self) -> None:
        self.plug()

    def read_state(self) -> bytes | None:
        self.plug()
        return self.state

    def write_state(self, data: bytes) -> None:
        self.plug()
        self.state = data

    def lock(self, mine: bytes) -> bytes | None:
        self.plug()
        if self.holder is not None:
            return self.holder
        self.holder = mine
        return None

    def unlock(self) -> None:
        self.plug()
        self.holder = None


def broken(files: Mapping[str, bytes]) -> Iterator[str]:
    """Pages and pictures that something leads to and that are not there."""
    for text in files.values():
        for line in text.decode().splitlines():
            word, _, path = line.partition(" ")
            if word in ("needs", "leads") and path not in files:
                yield path


@dataclass
class Newsroom:
    """What a release does to the model; `drafts` says in which runs each page was told of."""

    texts: Texts
    now: datetime
    plug: Plug
    run: int = 0
    drafts: dict[str, list[int]] = field(default_factory=dict)
    refuses: tuple[Step, ...] = ()

    def build(self) -> Built:
        self.plug()
        files = files_of(self.texts, self.now)
        return Built({path: digest_of(data) for path, data in files.items()}, files.__getitem__)

    def judge(self) -> None:
        self.plug()

    def do(self, step: Step, news: News) -> Iterable[Message]:
        self.plug()
        for page in filter(is_page, news.pages if step is Step.SOCIAL else ()):
            self.drafts.setdefault(page, []).append(self.run)
        self.plug()
        return ()


@dataclass(frozen=True)
class Plugged(Memory):
    """What this machine remembers, until the plug is pulled."""

    plug: Plug = field(default_factory=Plug)

    def keep(self, record: Record) -> None:
        super().keep(record)
        self.plug()

    def note(self, at: datetime, step: str, facts: Mapping[str, object]) -> None:
        self.plug()
        super().note(at, step, facts)
        self.plug()


@dataclass
class Heard:
    """What a run says."""

    lines: list[Message] = field(default_factory=list)

    @property
    def voice(self) -> Voice:
        return Voice(self.lines.append, lambda _title: nullcontext(lambda _share: None))

    def said(self, lang: str = "en") -> str:
        return "\n".join(line.in_language(lang) for line in self.lines)


@dataclass
class Power:
    """Whether a run was cut off."""

    failed: bool = False


@contextmanager
def powered(plug: Plug, calls: int | None) -> Iterator[Power]:
    """The plug is pulled after so many calls; afterwards there is power again."""
    plug.left, power = calls, Power()
    try:
        yield power
    except Unplugged:
        power.failed = True
    finally:
        plug.left = None
