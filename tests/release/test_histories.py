"""Whatever happens to a site: after catching up it is as if no run had ever been missed."""

from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from plugins.documents.front_matter import MOSCOW
from plugins.documents.stages import Status, live
from plugins.language.messages import Message
from plugins.language.problems import ProblemsFound
from plugins.release.record import read_bytes, record_of
from plugins.release.release import Wish, released
from plugins.release.targets import is_page
from tests.release.model import (
    Heard,
    Newsroom,
    Place,
    Plug,
    Plugged,
    Text,
    Texts,
    files_of,
    powered,
)

START = datetime(2027, 1, 1, tzinfo=MOSCOW)
NAMES = st.sampled_from("abcdef")
HOURS = st.integers(0, 400).map(lambda hours: START + timedelta(hours=hours))
TEXTS = st.builds(
    Text,
    status=st.sampled_from([Status.READY, Status.READY, Status.PUBLISHED, Status.DRAFT]),
    published=st.one_of(st.none(), HOURS),
    expires=st.one_of(st.none(), st.none(), HOURS),
    says=st.integers(0, 3),
    picture=st.integers(0, 4),
)
PULLED = st.one_of(st.none(), st.integers(0, 45))


class Histories(RuleBasedStateMachine):
    """Edits, statuses, clocks, missed runs, repeated runs, and the plug pulled at every call."""

    @initialize()
    def begin(self) -> None:
        self.folder = TemporaryDirectory()
        self.texts: Texts = {}
        self.now, self.last, self.runs = START, START, 0
        self.plug, self.drafts = Plug(), dict[str, list[int]]()
        self.place = Place(self.plug)
        self.memory = Plugged(Path(self.folder.name) / "state", self.place, self.plug)
        self.died: set[int] = set()
        self.forgot = False

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.run_at(self.now, None)
            self.check()
            self.folder.cleanup()

    def run_at(self, clock: datetime, calls: int | None) -> None:
        """A run, whose plug is pulled after so many calls."""
        self.runs += 1
        room = Newsroom(self.texts, clock, self.plug, self.runs, self.drafts)
        with powered(self.plug, calls) as power:
            released(room, self.memory, Wish(clock, "here", str(self.runs)), Heard().voice)
        if power.failed:
            self.died.add(self.runs)
        self.last = clock

    def check(self) -> None:
        """The place is what the texts are at the clock: nothing lost, nothing early."""
        site = files_of(self.texts, self.now)
        assert self.place.held_files == site
        for page in filter(is_page, site):
            told = self.drafts.get(page, [])
            assert self.forgot or told, page
            assert self.forgot or all(run in self.died for run in told[:-1]), page

    @rule(name=NAMES, text=TEXTS)
    def write(self, name: str, text: Text) -> None:
        self.texts[name] = text

    @rule(name=NAMES)
    def delete(self, name: str) -> None:
        self.texts.pop(name, None)

    @rule(hours=st.integers(0, 100))
    def wait(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @rule(calls=PULLED)
    def release(self, calls: int | None) -> None:
        self.run_at(self.now, calls)
        early = [name for name, text in self.texts.items() if not live(text, self.now)]
        if calls is None:
            self.check()
            assert not [n for n in early if f"blog/{n}/index.html" in self.place.held_files]

    @rule()
    def release_twice(self) -> None:
        self.run_at(self.now, None)
        puts = self.place.puts
        self.run_at(self.now, None)
        assert self.place.puts == puts

    @precondition(lambda self: self.place.state and self.last > START)
    @rule(hours=st.integers(1, 50))
    def clock_set_back(self, hours: int) -> None:
        self.run_at(self.now, None)
        before = dict(self.place.held_files)
        try:
            self.run_at(START - timedelta(hours=hours), None)
        except ProblemsFound:
            assert self.place.held_files == before
        else:
            raise AssertionError("the clock was not refused")

    @rule(what=st.sampled_from(["nothing", "{", "[]", '{"version": 9}']))
    def this_machine_forgets(self, what: str) -> None:
        for file in self.memory.folder.glob("*.json*"):
            file.unlink() if what == "nothing" else file.write_text(what)
        self.forgot = self.forgot or isinstance(record_of(self.place.state), Message)

    @rule(what=st.sampled_from([None, b"{", b"\xff", b'{"version": 9}']))
    def the_place_forgets(self, what: bytes | None) -> None:
        self.place.state = what
        copy = record_of(read_bytes(self.memory.copy))
        self.forgot = self.forgot or isinstance(copy, Message)


Histories.TestCase.settings = settings(max_examples=100, stateful_step_count=25, deadline=None)
TestHistories = Histories.TestCase


@given(before=st.dictionaries(NAMES, TEXTS), after=st.dictionaries(NAMES, TEXTS))
@settings(max_examples=30)
def test_the_plug_is_pulled_at_every_single_call(before: Texts, after: Texts) -> None:
    now = START + timedelta(hours=200)
    runs, died = 0, True
    while died:
        runs += 1
        with TemporaryDirectory() as folder:
            plug = Plug()
            place, drafts = Place(plug), dict[str, list[int]]()
            memory = Plugged(Path(folder), place, plug)
            for run, texts in enumerate((before, after, after)):
                room = Newsroom(texts, now, plug, run, drafts)
                with powered(plug, runs if run == 1 else None) as power:
                    released(room, memory, Wish(now, "here", str(run)), Heard().voice)
                died = power.failed if run == 1 else died
            assert place.held_files == files_of(after, now)
            assert {page for page in place.held_files if is_page(page)} <= drafts.keys()
