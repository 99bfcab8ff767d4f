"""Embargo: of what is not live there is no trace in anything that is published."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from plugins.documents import Site, read_site
from plugins.documents.front_matter import MOSCOW
from plugins.release.build import new_addresses
from plugins.release.servers import write_server_files
from tests.release.embargo import Secret, files_of, goods, roots_in, traces
from tests.release.linked_everywhere import carrier
from tests.release.secrets import KINDS, NEVER, secret
from tests.sites import SITE, Files, forget_plugins, output_of, project
from tests.test_theme import themed

CLOCK = datetime(2027, 1, 12, 10, 0, tzinfo=MOSCOW)
MINUTE = timedelta(minutes=1)
PRODUCTS = (SITE / "content/data/products.yaml").read_text("utf-8")
BLOG = "Title: Blog {lang}\nSlug: blog\nLists: articles\nDescription: All.\n\nText.\n"
QUESTIONS = "Title: Questions {lang}\nSlug: ask\nTemplate: questions\nDescription: All.\n\nText.\n"
DOCUMENTS = "Title: Papers {lang}\nSlug: papers\nTemplate: about\nDescription: All.\n\nText.\n"


def asked(secrets: list[Secret], *, linked: bool = True) -> str:
    """A questions.yaml each of whose answers leads to a secret."""
    lines = ["checked: 2026-11-20\ngroups:\n  - key: all\n    name: {ru: Всё, en: All}\n"]
    lines.append("    questions:\n")
    for at, one in enumerate(secrets):
        lines.append(f'      - question: {{ru: "Вопрос {at}?", en: "Question {at}?"}}\n')
        lines.append("        answer: {ru: Ответ., en: Answer.}\n")
        lines.append(f"        page: {one.source.partition('/')[2]}\n" if linked else "")
    return "".join(lines)


def site_with(secrets: list[Secret], *, linked: bool = True) -> Files:
    """Files of content/: lists of everything, a text and data that lead to every secret."""
    said = files_of(secrets) if linked else {}
    pages: Files = {
        f"{lang}/pages/{name}.md": text.format(lang=lang)
        for lang in ("ru", "en")
        for name, text in (("blog", BLOG), ("ask", QUESTIONS), ("papers", DOCUMENTS))
    }
    carriers = {
        f"{lang}/pages/carrier.md": carrier(lang, secrets, linked=linked) for lang in ("ru", "en")
    }
    phrases = "".join(f"друзья,{one.source},{at}\n" for at, one in enumerate(secrets) if linked)
    return {
        **pages,
        **carriers,
        **said,
        "data/questions.yaml": asked(secrets, linked=linked),
        "data/products.yaml": goods(PRODUCTS, secrets if linked else []),
        "ru/keywords.csv": f"phrase,document,frequency\n{phrases}",
    }


def published_with(site: Site, config: dict[str, object], folder: Path) -> dict[str, bytes]:
    """What is published beside the output: server maps, addresses."""
    output = folder.parent / "output"
    write_server_files(folder, output, site, config)
    files = {f"server/{f.name}": f.read_bytes() for f in folder.iterdir()}
    return {**files, "addresses.csv": "\n".join(new_addresses(site, ())).encode()}


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VITRINA_NOW", f"{CLOCK:%Y-%m-%d %H:%M}")


@pytest.mark.usefixtures("clock")
def test_a_site_that_holds_secrets_is_byte_for_byte_one_that_does_not(tmp_path: Path) -> None:
    plain = output_of(themed(tmp_path / "plain", site_with(NEVER, linked=False)))
    holding = output_of(themed(tmp_path / "holding", site_with(NEVER)))

    assert not traces(holding, NEVER)
    assert sorted(holding) == sorted(plain)
    assert [path for path in plain if holding[path] != plain[path]] == []


def test_a_leak_of_the_theme_is_found(tmp_path: Path) -> None:
    files = site_with(NEVER)
    settings_file = themed(tmp_path, files)
    foot = tmp_path / "theme" / "templates" / "includes" / "footer.html"
    told = "{% for one in site.documents %}<i title='{{ one.title }}'></i>{% endfor %}"
    foot.write_text(foot.read_text("utf-8") + told, "utf-8")

    assert roots_in(output_of(settings_file), NEVER) == {one.number for one in NEVER}


@dataclass(frozen=True)
class Life:
    """What the author says of a document, and so when visitors should see it."""

    number: int
    status: str
    comes: datetime | None
    leaves: datetime | None
    zone: tzinfo
    whole: bool

    @property
    def secret(self) -> Secret:
        """The document itself."""
        head = f"Status: {self.status}\n"
        head += f"Date: {self._written(self.comes)}\n" if self.comes else ""
        head += f"Expires: {self._written(self.leaves)}\n" if self.leaves else ""
        return secret(self.number, head, whole=self.whole)

    def is_out(self, now: datetime) -> bool:
        """Whether it is there at a moment: read off the front matter, without asking our code."""
        if self.status in ("idea", "draft") or (self.status == "ready" and not self.whole):
            return False
        if self.leaves is not None and self.leaves <= now:
            return False
        return self.status != "ready" if self.comes is None else self.comes <= now

    def was_out(self, now: datetime) -> bool:
        """Whether it has been there and left."""
        if self.leaves is None or self.leaves > now:
            return False
        return replace(self, leaves=None).is_out(self.leaves - MINUTE)

    def _written(self, moment: datetime) -> str:
        if self.zone is MOSCOW:
            return f"{moment:%d.%m.%Y %H:%M}"
        return f"{moment.astimezone(self.zone):%Y-%m-%d %H:%M%z}"


@st.composite
def lives(draw: st.DrawFn) -> list[Life]:
    """A life for a document of each kind, its moments close to the clock."""
    zones = st.sampled_from((MOSCOW, UTC, timezone(timedelta(hours=9, minutes=30))))
    minutes = st.integers(-2, 2).map(lambda count: CLOCK + count * MINUTE)
    statuses = st.sampled_from(("published", "ready", "hidden", "draft", "idea"))
    found = []
    for number, (place, _) in enumerate(KINDS):
        comes = draw(minutes if place.endswith("blog") else st.none() | minutes)
        stays = draw(st.none() | st.integers(1, 3))
        leaves = comes + stays * MINUTE if comes and stays else draw(st.none() | minutes)
        leaves = None if comes and not stays else leaves
        life = draw(statuses), comes, leaves, draw(zones), draw(st.booleans())
        found.append(Life(number, *life))
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for all examples: what is kept of pictures is of use to the next."""
    folder = tmp_path_factory.mktemp("lives")
    templates = project(folder).parent / "theme" / "templates"
    for name in ("about", "case", "question", "questions"):
        shutil.copy(templates / "page.html", templates / f"{name}.html")
    return folder


# A failing example is understood without making it smaller, which would take minutes
@settings(max_examples=20, phases=(Phase.explicit, Phase.generate), database=None)
@given(lives(), st.integers(-3, 3))
def test_nothing_early_all_at_its_minute_gone_at_the_last(
    folder: Path, found: list[Life], minutes: int
) -> None:
    now = CLOCK + minutes * MINUTE
    secrets = [life.secret for life in found]
    with pytest.MonkeyPatch.context() as changed:
        changed.setenv("VITRINA_NOW", f"{now:%Y-%m-%d %H:%M}")
        settings_file = project(folder, site_with(secrets))
        output = output_of(settings_file)
        forget_plugins()
        beside = published_with(*read_site(settings_file), folder / "server")

    assert roots_in(output, secrets) == {life.number for life in found if life.is_out(now)}
    gone = {life.number for life in found if life.was_out(now)}
    assert roots_in(with_prefix(beside, "server/"), secrets) == gone
    assert roots_in(with_prefix(beside, "addresses"), secrets) == roots_in(output, secrets)


def with_prefix(files: Mapping[str, bytes], start: str) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if path.startswith(start)}
